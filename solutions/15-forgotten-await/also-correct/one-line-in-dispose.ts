// The line is made on the way and logged by `using` when the block is left, whatever happens.
type User = { id: number; name: string };

export async function saveAll(
  users: User[],
  save: (user: User) => Promise<void>,
  log: (line: string) => void,
): Promise<number> {
  let line = "";
  using _ = { [Symbol.dispose]: () => log(line) };
  function* saving() {
    for (const user of users) yield save(user);
  }
  let saved = 0;
  try {
    for await (const _done of saving()) saved += 1;
    line = `saved ${saved}`;
    return saved;
  } catch (error) {
    line = `failed: ${(error as Error).message}`;
    throw error;
  }
}
