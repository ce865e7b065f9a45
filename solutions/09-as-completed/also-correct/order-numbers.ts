// Each settled promise draws a number; the loop races for the lowest one that is left.

export function asCompleted<T>(promises: Iterable<Promise<T>>): AsyncIterableIterator<T> {
  const list = Array.from(promises, (promise) => ({ promise, drawn: undefined as number | undefined }));
  let numbers = 0;
  const draws = list.map(async (entry) => {
    await entry.promise.then(
      () => {},
      () => {},
    );
    entry.drawn = numbers++;
  });
  return (async function* () {
    const left = new Set(list.keys());
    while (left.size > 0) {
      await Promise.race(Array.from(left, (index) => draws[index]));
      const drawn = [...left].filter((index) => list[index]!.drawn !== undefined);
      const next = drawn.reduce((a, b) => (list[a]!.drawn! < list[b]!.drawn! ? a : b));
      left.delete(next);
      yield list[next]!.promise;
    }
  })();
}
