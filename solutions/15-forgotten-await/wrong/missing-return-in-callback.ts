// fails: story (missing-return)

type User = { id: number; name: string };

export async function saveAll(
  users: User[],
  save: (user: User) => Promise<void>,
  log: (line: string) => void,
) {
  return users
    .reduce((before, user) => before.then(() => save(user)), Promise.resolve())
    .then(
      () => {
        log(`saved ${users.length}`);
      },
      (error) => {
        log(`failed: ${error.message}`);
        throw error;
      },
    );
}
