// fails: keys (keys-share); also: share
export function singleFlight<K, V>(
  load: (key: K) => Promise<V>,
  { ttlMs }: { ttlMs: number },
): (key: K) => Promise<V> {
  const values = new Map<K, { value: V; until: number }>();
  let flight: Promise<V> | undefined;
  return async (key) => {
    const kept = values.get(key);
    if (kept && Date.now() < kept.until) return kept.value;
    if (flight) return flight;
    flight = load(key);
    try {
      const value = await flight;
      values.set(key, { value, until: Date.now() + ttlMs });
      return value;
    } finally {
      flight = undefined;
    }
  };
}
