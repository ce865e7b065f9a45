// fails: apart (shared-state)

type User = { id: number; name: string };

let saved = 0;

export async function saveAll(
  users: User[],
  save: (user: User) => Promise<void>,
  log: (line: string) => void,
) {
  saved = 0;
  try {
    for (const user of users) {
      await save(user);
      saved++;
    }
  } catch (error) {
    log(`failed: ${(error as Error).message}`);
    throw error;
  }
  log(`saved ${saved}`);
  return saved;
}
