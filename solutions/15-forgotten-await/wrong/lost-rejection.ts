// fails: failure (lost-rejection)

type User = { id: number; name: string };

export async function saveAll(
  users: User[],
  save: (user: User) => Promise<void>,
  log: (line: string) => void,
) {
  return new Promise<number>(async (resolve) => {
    try {
      for (const user of users) await save(user);
    } catch (error) {
      log(`failed: ${(error as Error).message}`);
      return;
    }
    log(`saved ${users.length}`);
    resolve(users.length);
  });
}
