// fails: apart (input-changed)

type User = { id: number; name: string };

export async function saveAll(
  users: User[],
  save: (user: User) => Promise<void>,
  log: (line: string) => void,
) {
  const count = users.length;
  try {
    for (let user = users.shift(); user; user = users.shift()) await save(user);
  } catch (error) {
    log(`failed: ${(error as Error).message}`);
    throw error;
  }
  log(`saved ${count}`);
  return count;
}
