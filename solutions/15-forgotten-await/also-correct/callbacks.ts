// Callbacks in a new Promise: each save's end begins the next.

type User = { id: number; name: string };

export function saveAll(
  users: User[],
  save: (user: User) => Promise<void>,
  log: (line: string) => void,
): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const rest = users.values();
  const fail = (error: Error) => {
    log(`failed: ${error.message}`);
    reject(error);
  };
  const next = () => {
    const { done, value } = rest.next();
    if (!done) return void save(value).then(next, fail);
    log(`saved ${users.length}`);
    resolve(users.length);
  };
  next();
  return promise;
}
