// fails: story (console-for-log); also: failure, log

type User = { id: number; name: string };

export async function saveAll(
  users: User[],
  save: (user: User) => Promise<void>,
  _log: (line: string) => void,
): Promise<number> {
  try {
    for (const user of users) await save(user);
  } catch (error) {
    console.log(`failed: ${(error as Error).message}`);
    throw error;
  }
  console.log(`saved ${users.length}`);
  return users.length;
}
