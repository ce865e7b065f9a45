// fails: story (waits-for-all); also: order, nothing-left

export async function* asCompleted<T>(promises: Iterable<Promise<T>>): AsyncGenerator<T, void> {
  const arrived: T[] = [];
  await Promise.all(Array.from(promises, (promise) => promise.then((value) => arrived.push(value))));
  yield* arrived;
}
