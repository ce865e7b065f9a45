// fails: story (same-winner-again); also: order, nothing-left

export async function* asCompleted<T>(promises: Iterable<Promise<T>>) {
  const all = [...promises];
  for (const _ of all) yield await Promise.race(all);
}
