// fails: failure (waiters-try-again)
export function singleFlight<K, V>(
  load: (key: K) => Promise<V>,
  { ttlMs }: { ttlMs: number },
): (key: K) => Promise<V> {
  const values = new Map<K, { value: V; until: number }>();
  const flights = new Map<K, Promise<V>>();
  const fly = async (key: K) => {
    try {
      const value = await load(key);
      values.set(key, { value, until: Date.now() + ttlMs });
      return value;
    } finally {
      flights.delete(key);
    }
  };
  return async function get(key): Promise<V> {
    const kept = values.get(key);
    if (kept && Date.now() < kept.until) return kept.value;
    const flight = flights.get(key);
    if (flight) return flight.catch(() => get(key));
    const own = fly(key);
    flights.set(key, own);
    return own;
  };
}
