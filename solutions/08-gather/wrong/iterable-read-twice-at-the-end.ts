// fails: iterable (iterable-read-twice)
// The caller's own array is gone through again when all have ended: whatever it holds by then.
export async function gather(tasks: any, options?: { returnExceptions?: boolean }): Promise<unknown[]> {
  const list = Array.isArray(tasks) ? tasks : [...tasks];
  const results = new Map<number, unknown>();
  const run = async (task: () => unknown, place: number) => {
    try {
      results.set(place, await task());
    } catch (error) {
      if (!options?.returnExceptions) throw error;
      results.set(place, error);
    }
  };
  await Promise.all(list.map(run));
  return list.map((_, place) => results.get(place));
}
