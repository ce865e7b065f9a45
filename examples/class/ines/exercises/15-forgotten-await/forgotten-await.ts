interface User {
  id: number;
  name: string;
}

async function* saving(users: Iterable<User>, save: (user: User) => Promise<void>) {
  for (const user of users) yield await save(user);
}

export const saveAll = async (
  users: User[],
  save: (user: User) => Promise<void>,
  log: (line: string) => void,
): Promise<number> => {
  const [result] = await Promise.allSettled([Array.fromAsync(saving(users, save))]);
  if (result.status === "rejected") {
    log(`failed: ${result.reason.message}`);
    throw result.reason;
  }
  log(`saved ${result.value.length}`);
  return result.value.length;
};
