// fails: order (busy-wait); also: failure

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
  let saved = 0;
  for (const user of users) {
    await polled(save(user));
    saved += 1;
  }
  log(`saved ${saved}`);
  return saved;
}

/** Looks every so often whether it has settled. */
async function polled<T>(promise: Promise<T>): Promise<T> {
  let over = false;
  const end = () => {
    over = true;
  };
  promise.then(end, end);
  while (!over) await new Promise((resolve) => setTimeout(resolve, 10));
  return promise;
}
