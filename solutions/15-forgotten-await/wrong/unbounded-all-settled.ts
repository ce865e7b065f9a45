// fails: story (unbounded); also: order, failure

type User = { id: number; name: string };

export async function saveAll(
  users: User[],
  save: (user: User) => Promise<void>,
  log: (line: string) => void,
) {
  try {
    const results = await Promise.allSettled(users.map(save));
    for (const result of results) if (result.status === "rejected") throw result.reason;
  } catch (error) {
    log(`failed: ${(error as Error).message}`);
    throw error;
  }
  log(`saved ${users.length}`);
  return users.length;
}
