// fails: story (early-log); also: failure

type User = { id: number; name: string };

export async function saveAll(
  users: User[],
  save: (user: User) => Promise<void>,
  log: (line: string) => void,
) {
  log(`saved ${users.length}`);
  for (const user of users) await save(user);
  return users.length;
}
