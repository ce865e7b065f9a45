// fails: story (called-not-passed); also: order, failure, log, apart

export interface User {
  id: number;
  name: string;
}

export async function saveAll(
  users: User[],
  save: (user: User) => Promise<void>,
  log: (line: string) => void,
): Promise<number> {
  try {
    // Without `await` the `try` would be over before anything can fail.
    return await saveInTurn(users, save, log);
  } catch (error) {
    log(`failed: ${(error as Error).message}`);
    throw error;
  }
}

async function saveInTurn(
  users: User[],
  save: (user: User) => Promise<void>,
  log: (line: string) => void,
): Promise<number> {
  await users.reduce((before, user) => before.then(save(user) as any), Promise.resolve());
  log(`saved ${users.length}`);
  return users.length;
}
