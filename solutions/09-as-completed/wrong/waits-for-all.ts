// fails: story (waits-for-all); also: order, late, failure, nothing-left, alike, iterable, apart

export async function* asCompleted<T>(promises: Iterable<Promise<T>>): AsyncGenerator<T, void> {
  const arrived: T[] = [];
  await Promise.all(Array.from(promises, (promise) => promise.then((value) => arrived.push(value))));
  yield* arrived;
}
