// fails: failure (continues-after-failure)

type User = { id: number; name: string };

export async function saveAll(
  users: User[],
  save: (user: User) => Promise<void>,
  log: (line: string) => void,
) {
  try {
    await new Promise<void>((resolve, reject) => {
      const next = async (index: number) => {
        if (index === users.length) return resolve();
        await save(users[index]!).catch(reject);
        next(index + 1);
      };
      next(0);
    });
  } catch (error) {
    log(`failed: ${(error as Error).message}`);
    throw error;
  }
  log(`saved ${users.length}`);
  return users.length;
}
