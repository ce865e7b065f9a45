// fails: failure (return-without-await); also: log

type User = { id: number; name: string };

export async function saveAll(
  users: User[],
  save: (user: User) => Promise<void>,
  log: (line: string) => void,
) {
  try {
    return users
      .reduce((before, user) => before.then(() => save(user)), Promise.resolve())
      .then(() => {
        log(`saved ${users.length}`);
        return users.length;
      });
  } catch (error) {
    log(`failed: ${(error as Error).message}`);
    throw error;
  }
}
