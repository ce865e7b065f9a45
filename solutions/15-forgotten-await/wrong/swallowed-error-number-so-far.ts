// fails: failure (swallowed-error); also: apart

type User = { id: number; name: string };

export async function saveAll(
  users: User[],
  save: (user: User) => Promise<void>,
  log: (line: string) => void,
) {
  let saved = 0;
  try {
    for (const user of users) {
      await save(user);
      saved++;
    }
    log(`saved ${saved}`);
  } catch (error) {
    log(`failed: ${(error as Error).message}`);
  }
  return saved;
}
