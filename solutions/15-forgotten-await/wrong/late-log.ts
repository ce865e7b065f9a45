// fails: log (late-log); also: story

type User = { id: number; name: string };

export async function saveAll(
  users: User[],
  save: (user: User) => Promise<void>,
  log: (line: string) => void,
) {
  try {
    for (const user of users) await save(user);
  } catch (error) {
    log(`failed: ${(error as Error).message}`);
    throw error;
  }
  setTimeout(() => log(`saved ${users.length}`), 0);
  return users.length;
}
