// fails: failure (continues-after-failure)

type User = { id: number; name: string };

export async function saveAll(
  users: User[],
  save: (user: User) => Promise<void>,
  log: (line: string) => void,
) {
  const retry = (user: User) => save(user).catch(() => save(user));
  try {
    for (const user of users) await retry(user);
  } catch (error) {
    log(`failed: ${(error as Error).message}`);
    throw error;
  }
  log(`saved ${users.length}`);
  return users.length;
}
