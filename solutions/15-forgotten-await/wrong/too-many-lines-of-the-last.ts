// fails: log (too-many-lines)

export type User = { id: number; name: string };
export async function saveAll(
  users: User[],
  save: (user: User) => Promise<void>,
  log: (line: string) => void,
): Promise<number> {
  let n = 0;
  try {
    for (const user of users) {
      n++;
      if (n === users.length) {
        const p = save(user);
        await p.finally(() => log(`saved ${n}`));
      } else await save(user);
    }
    if (users.length === 0) log("saved 0");
  } catch (e) {
    log(`failed: ${(e as Error).message}`);
    throw e;
  }
  return n;
}
