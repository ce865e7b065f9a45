// fails: order (gives-up)

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
    await inTime(save(user));
    saved += 1;
  }
  log(`saved ${saved}`);
  return saved;
}

function inTime<T>(promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("the database does not answer")), 30000);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
