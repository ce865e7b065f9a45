// fails: time (for-each-async); also: order, failure, exceptions, throw, iterable, apart

export async function gather(tasks: Iterable<() => Promise<unknown>>, { returnExceptions = false } = {}) {
  const results: unknown[] = [];
  [...tasks].forEach(async (task, index) => {
    try {
      results[index] = await task();
    } catch (error) {
      if (!returnExceptions) throw error;
      results[index] = error;
    }
  });
  return results;
}
