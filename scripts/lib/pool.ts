// Runs many pieces of work, a few at a time.

/**
 * Calls `work` for each item, at most `jobs` at a time, in order; resolves to the results in the items' order, whatever
 * order they end in. Rejects at the first failure, or with the signal's reason at its abort, and then starts no more.
 */
export async function inParallel<Item, Result>(
  items: readonly Item[],
  { jobs, signal }: { jobs: number; signal: AbortSignal },
  work: (item: Item, index: number) => Promise<Result>,
): Promise<Result[]> {
  signal.throwIfAborted();
  const results: Result[] = new Array(items.length);
  const stopped = Promise.withResolvers<never>();
  const stop = () => stopped.reject(signal.reason);
  signal.addEventListener("abort", stop);
  let next = 0;
  let over = false;
  const lane = async () => {
    while (next < items.length && !over) {
      const index = next++;
      results[index] = await work(items[index]!, index);
    }
  };
  try {
    await Promise.race([
      Promise.all(Array.from({ length: Math.min(jobs, items.length) }, lane)),
      stopped.promise,
    ]);
    return results;
  } finally {
    over = true;
    signal.removeEventListener("abort", stop);
  }
}
