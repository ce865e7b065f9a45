// fails: story (forgotten-await); also: order, failure, log, apart

type User = { id: number; name: string };

export async function saveAll(
  users: User[],
  save: (user: User) => Promise<void>,
  log: (line: string) => void,
) {
  const saveInTurn = async () => {
    for (const user of users) await save(user);
  };
  try {
    saveInTurn();
  } catch (error) {
    log(`failed: ${(error as Error).message}`);
    throw error;
  }
  log(`saved ${users.length}`);
  return users.length;
}
