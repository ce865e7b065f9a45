// fails: failure (continues-after-failure)

type User = { id: number; name: string };

export async function saveAll(
  users: User[],
  save: (user: User) => Promise<void>,
  log: (line: string) => void,
) {
  let failure: Error | undefined;
  for (const user of users) {
    try {
      await save(user);
    } catch (error) {
      failure ??= error as Error;
    }
  }
  log(failure ? `failed: ${failure.message}` : `saved ${users.length}`);
  if (failure) throw failure;
  return users.length;
}
