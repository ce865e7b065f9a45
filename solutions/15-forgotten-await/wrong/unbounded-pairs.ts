// fails: story (unbounded); also: order

type User = { id: number; name: string };

export async function saveAll(
  users: User[],
  save: (user: User) => Promise<void>,
  log: (line: string) => void,
) {
  try {
    for (let at = 0; at < users.length; at += 2) await Promise.all(users.slice(at, at + 2).map(save));
  } catch (error) {
    log(`failed: ${(error as Error).message}`);
    throw error;
  }
  log(`saved ${users.length}`);
  return users.length;
}
