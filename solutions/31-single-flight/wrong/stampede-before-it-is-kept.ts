// fails: kept (stampede)
export function singleFlight<K, V>(
  load: (key: K) => Promise<V>,
  { ttlMs }: { ttlMs: number },
): (key: K) => Promise<V> {
  const values = new Map<K, { value: V; until: number }>();
  const flights = new Map<K, Promise<V>>();
  const fly = async (key: K) => {
    try {
      return await load(key);
    } finally {
      flights.delete(key);
    }
  };
  return async (key) => {
    const kept = values.get(key);
    if (kept && Date.now() < kept.until) return kept.value;
    const flight = flights.get(key) ?? fly(key);
    flights.set(key, flight);
    const value = await flight;
    values.set(key, { value, until: Date.now() + ttlMs });
    return value;
  };
}
