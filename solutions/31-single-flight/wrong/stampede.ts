// fails: share (stampede); also: story, kept
export function singleFlight<K, V>(
  load: (key: K) => Promise<V>,
  { ttlMs }: { ttlMs: number },
): (key: K) => Promise<V> {
  const values = new Map<K, { value: V; until: number }>();
  return async (key) => {
    const kept = values.get(key);
    if (kept && Date.now() < kept.until) return kept.value;
    const value = await load(key);
    values.set(key, { value, until: Date.now() + ttlMs });
    return value;
  };
}
