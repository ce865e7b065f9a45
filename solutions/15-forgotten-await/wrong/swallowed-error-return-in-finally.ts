// fails: failure (swallowed-error); also: apart

type User = { id: number; name: string };

export async function saveAll(
  users: User[],
  save: (user: User) => Promise<void>,
  log: (line: string) => void,
) {
  let line = `saved ${users.length}`;
  try {
    for (const user of users) await save(user);
  } catch (error) {
    line = `failed: ${(error as Error).message}`;
    throw error;
  } finally {
    log(line);
    return users.length;
  }
}
