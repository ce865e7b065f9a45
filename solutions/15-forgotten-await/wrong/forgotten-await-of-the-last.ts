// fails: story (forgotten-await); also: order, failure, log

type User = { id: number; name: string };

export async function saveAll(
  users: User[],
  save: (user: User) => Promise<void>,
  log: (line: string) => void,
) {
  try {
    for (const user of users.slice(0, -1)) await save(user);
    if (users.length > 0) save(users.at(-1)!);
  } catch (error) {
    log(`failed: ${(error as Error).message}`);
    throw error;
  }
  log(`saved ${users.length}`);
  return users.length;
}
