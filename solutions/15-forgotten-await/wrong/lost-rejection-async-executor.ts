// fails: failure (lost-rejection); also: log, apart

type User = { id: number; name: string };

export function saveAll(
  users: User[],
  save: (user: User) => Promise<void>,
  log: (line: string) => void,
): Promise<number> {
  return new Promise(async (resolve) => {
    for (const user of users) await save(user);
    log(`saved ${users.length}`);
    resolve(users.length);
  });
}
