// fails: log (nothing-logged)

export interface User {
  id: number;
  name: string;
}

export async function saveAll(
  users: User[],
  save: (user: User) => Promise<void>,
  log: (line: string) => void,
): Promise<number> {
  if (users.length === 0) return 0;
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
  let saved = 0;
  for (const user of users) {
    await save(user);
    saved += 1;
  }
  log(`saved ${saved}`);
  return saved;
}
