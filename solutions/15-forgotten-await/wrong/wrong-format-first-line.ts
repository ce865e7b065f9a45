// fails: failure (wrong-format)

export type User = { id: number; name: string };
export async function saveAll(
  users: User[],
  save: (user: User) => Promise<void>,
  log: (line: string) => void,
): Promise<number> {
  try {
    for (const user of users) await save(user);
  } catch (e) {
    const { message } = e as Error;
    log("failed: " + message.split("\n")[0]);
    throw e;
  }
  log(`saved ${users.length}`);
  return users.length;
}
