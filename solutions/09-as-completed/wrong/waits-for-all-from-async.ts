// fails: story (waits-for-all); also: order, late, failure, nothing-left, alike, iterable, apart

export async function* asCompleted<T>(promises: Iterable<Promise<T>>): AsyncGenerator<T, void> {
  yield* await Array.fromAsync(promises);
}
