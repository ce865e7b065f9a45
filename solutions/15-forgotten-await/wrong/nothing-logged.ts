// fails: story (nothing-logged); also: failure, log

type User = { id: number; name: string };

export async function saveAll(
  users: User[],
  save: (user: User) => Promise<void>,
  _log: (line: string) => void,
): Promise<number> {
  for (const user of users) await save(user);
  return users.length;
}
