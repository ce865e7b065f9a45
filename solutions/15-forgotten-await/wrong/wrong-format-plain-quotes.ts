// fails: story (wrong-format)

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
    throw error;
  }
  // biome-ignore lint: the mistake
  log("saved ${users.length}");
  return users.length;
}
