// fails: alike (twins-merged); also: late, nothing-left

export async function* asCompleted<T>(promises: Iterable<Promise<T>>): AsyncGenerator<T, void> {
  const left = new Set(promises);
  while (left.size > 0) {
    const tagged = [...left].map((promise) => promise.then((value) => ({ promise, value })));
    const { promise, value } = await Promise.race(tagged);
    left.delete(promise);
    yield value;
  }
}
