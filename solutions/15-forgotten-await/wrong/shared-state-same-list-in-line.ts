// fails: apart (shared-state)

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
    return await inLine(users, () => saveInTurn(users, save, log));
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

const lines = new Map<unknown, Promise<unknown>>();

/** One after the other for the same list. */
function inLine<T>(key: unknown, act: () => Promise<T>): Promise<T> {
  const before = lines.get(key);
  const own = before ? before.then(act) : act();
  lines.set(
    key,
    own.then(
      () => {},
      () => {},
    ),
  );
  return own;
}
