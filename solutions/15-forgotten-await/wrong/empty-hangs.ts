// fails: log (empty-hangs)

type User = { id: number; name: string };

export async function saveAll(
  users: User[],
  save: (user: User) => Promise<void>,
  log: (line: string) => void,
) {
  return new Promise<number>((resolve, reject) => {
    const next = async (index: number) => {
      try {
        await save(users[index]!);
      } catch (error) {
        log(`failed: ${(error as Error).message}`);
        return reject(error);
      }
      if (index + 1 < users.length) return next(index + 1);
      log(`saved ${users.length}`);
      resolve(users.length);
    };
    if (users.length > 0) next(0);
  });
}
