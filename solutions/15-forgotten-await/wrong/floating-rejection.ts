// fails: failure (floating-rejection); also: log, apart

type User = { id: number; name: string };

export async function saveAll(
  users: User[],
  save: (user: User) => Promise<void>,
  log: (line: string) => void,
) {
  const saving = (async () => {
    for (const user of users) await save(user);
  })();
  saving.then(() => log(`saved ${users.length}`));
  saving.catch((error) => log(`failed: ${error.message}`));
  await saving;
  return users.length;
}
