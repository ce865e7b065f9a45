// fails: story (input-order); also: order, failure, nothing-left

export async function* asCompleted<T>(promises: Iterable<Promise<T>>): AsyncGenerator<T, void> {
  for (const promise of promises) yield await promise;
}
