// fails: late (watches-too-late)

export function asCompleted<T>(promises: Iterable<Promise<T>>): AsyncIterableIterator<T> {
  const left = new Map(
    Array.from(promises, (promise, index) => [index, promise.then((value) => ({ index, value }))] as const),
  );
  for (const promise of left.values()) promise.catch(() => {});
  return (async function* () {
    while (left.size > 0) {
      const { index, value } = await Promise.race(left.values());
      left.delete(index);
      yield value;
    }
  })();
}
