// fails: failure (lost-reason)

type User = { id: number; name: string };

export async function saveAll(
  users: User[],
  save: (user: User) => Promise<void>,
  log: (line: string) => void,
): Promise<number> {
  try {
    for (const user of users) await save(user);
  } catch (error) {
    log(`failed: ${(error as Error).message}`);
    return Promise.reject();
  }
  log(`saved ${users.length}`);
  return users.length;
}
