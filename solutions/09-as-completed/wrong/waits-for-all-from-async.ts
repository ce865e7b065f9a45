// fails: story (waits-for-all)

export async function* asCompleted<T>(promises: Iterable<Promise<T>>): AsyncGenerator<T, void> {
  yield* await Array.fromAsync(promises);
}
