// fails: yields three results at 1000, 2000 and 3000 ms, as they arrive (waits-for-all)

export async function* asCompleted<T>(promises: Iterable<Promise<T>>): AsyncGenerator<T, void> {
  const arrived: T[] = [];
  await Promise.all(Array.from(promises, (promise) => promise.then((value) => arrived.push(value))));
  yield* arrived;
}
