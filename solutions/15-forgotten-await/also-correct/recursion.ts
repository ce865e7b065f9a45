// Recursion over the rest of the list.

type User = { id: number; name: string };
type Save = (user: User) => Promise<void>;

const saveRest = async ([user, ...rest]: User[], save: Save): Promise<number> => {
  if (!user) return 0;
  await save(user);
  return 1 + (await saveRest(rest, save));
};

export async function saveAll(users: User[], save: Save, log: (line: string) => void): Promise<number> {
  const report = (line: string) => void log(line);
  return saveRest(users, save)
    .catch((error: Error) => {
      report(`failed: ${error.message}`);
      return Promise.reject(error);
    })
    .then((count) => {
      report(`saved ${count}`);
      return count;
    });
}
