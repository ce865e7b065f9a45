// fails: story (input-order); also: order, late, failure, nothing-left, alike, iterable, apart

export async function* asCompleted<T>(promises: Iterable<Promise<T>>): AsyncGenerator<T, void> {
  for (const promise of promises) yield await promise;
}
