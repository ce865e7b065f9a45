// fails: failure (return-without-await); also: log

type User = { id: number; name: string };

export async function saveAll(
  users: User[],
  save: (user: User) => Promise<void>,
  log: (line: string) => void,
) {
  const saveInTurn = async () => {
    for (const user of users) await save(user);
    log(`saved ${users.length}`);
    return users.length;
  };
  try {
    return saveInTurn();
  } catch (error) {
    log(`failed: ${(error as Error).message}`);
    throw error;
  }
}
