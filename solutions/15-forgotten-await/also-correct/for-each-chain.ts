// forEach can do it, too, if it only builds the chain and somebody waits for its end.

type User = { id: number; name: string };

export async function saveAll(
  users: User[],
  save: (user: User) => Promise<void>,
  log: (line: string) => void,
): Promise<number> {
  let line = "";
  let last = Promise.resolve();
  users.forEach((user) => {
    last = last.then(() => save(user));
  });
  try {
    await last;
    line = `saved ${users.length}`;
  } catch (error) {
    line = `failed: ${(error as Error).message}`;
    throw error;
  } finally {
    log(line);
  }
  return users.length;
}
