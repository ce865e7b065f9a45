// fails: late (watches-too-late); also: nothing-left

export async function* asCompleted<T>(promises: Iterable<Promise<T>>): AsyncGenerator<T, void> {
  const left = new Map(Array.from(promises, (promise, index) => [index, promise] as const));
  while (left.size > 0) {
    const next = await Promise.race(
      Array.from(left, ([index, promise]) => promise.then((value) => ({ index, value }))),
    );
    left.delete(next.index);
    yield next.value;
  }
}
