// fails: story (fixed-delay); also: order, failure, log, apart

type User = { id: number; name: string };

export async function saveAll(
  users: User[],
  save: (user: User) => Promise<void>,
  log: (line: string) => void,
) {
  try {
    for (const user of users) {
      save(user);
      await new Promise((resolve) => setTimeout(resolve, 900));
    }
  } catch (error) {
    log(`failed: ${(error as Error).message}`);
    throw error;
  }
  log(`saved ${users.length}`);
  return users.length;
}
