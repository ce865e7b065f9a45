// fails: story (input-order); also: order

export function asCompleted<T>(promises: Iterable<Promise<T>>): AsyncIterableIterator<T> {
  const list = [...promises];
  for (const promise of list) promise.catch(() => {});
  return (async function* () {
    for (const promise of list) yield await promise;
  })();
}
