// fails: kept (ttl-from-start)
export function singleFlight<K, V>(
  load: (key: K) => Promise<V>,
  { ttlMs }: { ttlMs: number },
): (key: K) => Promise<V> {
  const values = new Map<K, { value: V; until: number }>();
  const flights = new Map<K, Promise<V>>();
  return async (key) => {
    const now = Date.now();
    const kept = values.get(key);
    if (kept && now < kept.until) return kept.value;
    const flight = flights.get(key);
    if (flight) return flight;
    const own = load(key);
    flights.set(key, own);
    try {
      const value = await own;
      values.set(key, { value, until: now + ttlMs });
      return value;
    } finally {
      flights.delete(key);
    }
  };
}
