// fails: apart (shared-state)

type User = { id: number; name: string };

const known = new Set<User[]>();

export async function saveAll(
  users: User[],
  save: (user: User) => Promise<void>,
  log: (line: string) => void,
) {
  try {
    for (const user of users) {
      if (known.has(users)) continue;
      await save(user);
    }
    known.add(users);
  } catch (error) {
    log(`failed: ${(error as Error).message}`);
    throw error;
  }
  log(`saved ${users.length}`);
  return users.length;
}
