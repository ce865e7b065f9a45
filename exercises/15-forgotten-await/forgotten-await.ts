// Exercise 15: code that looks right, and does not wait. Repair it.

export type User = { id: number; name: string };

/** Saves the users one after the other, logs one line about it, and resolves to their number. */
export async function saveAll(
  users: User[],
  save: (user: User) => Promise<void>,
  log: (line: string) => void,
): Promise<number> {
  try {
    return saveInTurn(users, save, log);
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
  users.forEach(async (user) => {
    save(user);
    saved += 1;
  });
  log(`saved ${saved}`);
  return saved;
}
