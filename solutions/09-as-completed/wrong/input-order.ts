// fails: yields three results at 1000, 2000 and 3000 ms, as they arrive (input-order)

export async function* asCompleted<T>(promises: Iterable<Promise<T>>): AsyncGenerator<T, void> {
  for (const promise of promises) yield await promise;
}
