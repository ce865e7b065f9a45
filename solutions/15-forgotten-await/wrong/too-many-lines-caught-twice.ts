// fails: log (too-many-lines)

type User = { id: number; name: string };

export async function saveAll(
  users: User[],
  save: (user: User) => Promise<void>,
  log: (line: string) => void,
) {
  const failed = (error: Error) => {
    log(`failed: ${error.message}`);
    throw error;
  };
  try {
    for (const user of users) await save(user).catch(failed);
  } catch (error) {
    failed(error as Error);
  }
  log(`saved ${users.length}`);
  return users.length;
}
