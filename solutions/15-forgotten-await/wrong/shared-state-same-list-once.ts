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
    return await shared(users, () => saveInTurn(users, save, log));
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

const running = new Map<unknown, Promise<any>>();

/** Whoever comes with the same list meanwhile gets the same promise. */
function shared<T>(key: unknown, act: () => Promise<T>): Promise<T> {
  const known = running.get(key);
  if (known) return known;
  const own = act();
  running.set(key, own);
  const forget = () => void running.delete(key);
  own.then(forget, forget);
  return own;
}
