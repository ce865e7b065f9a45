// fails: story (not-called); also: order, failure, nothing-left, apart

export function asCompleted<T>(promises: Iterable<Promise<T>>) {
  const all = [...promises];
  async function* values() {
    for (const promise of all) yield await promise;
  }
  return values;
}
