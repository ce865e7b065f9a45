// fails: story (waits-for-all); also: order, failure, nothing-left

export async function* asCompleted<T>(promises: Iterable<Promise<T>>): AsyncGenerator<T, void> {
  yield* await Array.fromAsync(promises);
}
