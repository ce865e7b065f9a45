// fails: alike (twins-merged); also: late, nothing-left

export async function* asCompleted<T>(promises: Iterable<Promise<T>>): AsyncGenerator<T, void> {
  let left = [...promises];
  while (left.length > 0) {
    const tagged = left.map((promise) => promise.then((value) => ({ promise, value })));
    const { promise, value } = await Promise.race(tagged);
    left = left.filter((other) => other !== promise);
    yield value;
  }
}
