// fails: yields three results at 1000, 2000 and 3000 ms, as they arrive (waits-for-all)

export async function* asCompleted<T>(promises: Iterable<Promise<T>>): AsyncGenerator<T, void> {
  yield* await Array.fromAsync(promises);
}
