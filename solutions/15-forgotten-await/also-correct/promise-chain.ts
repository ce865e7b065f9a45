// A chain of promises, built by reduce, with one handler for each outcome.

type User = { id: number; name: string };

export function saveAll(
  users: User[],
  save: (user: User) => Promise<void>,
  log: (line: string) => void,
): Promise<number> {
  return users
    .reduce((before, user) => before.then(() => save(user)), Promise.resolve())
    .then(
      () => {
        log(`saved ${users.length}`);
        return users.length;
      },
      (error: Error) => {
        log(`failed: ${error.message}`);
        throw error;
      },
    );
}
