// fails: apart (shared-state)

type User = { id: number; name: string };

let chain = Promise.resolve();

export async function saveAll(
  users: User[],
  save: (user: User) => Promise<void>,
  log: (line: string) => void,
) {
  for (const user of users) chain = chain.then(() => save(user));
  try {
    await chain;
  } catch (error) {
    log(`failed: ${(error as Error).message}`);
    throw error;
  }
  log(`saved ${users.length}`);
  return users.length;
}
