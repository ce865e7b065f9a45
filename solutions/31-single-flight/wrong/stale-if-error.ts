// fails: expired (stale-if-error)
export function singleFlight<K, V>(
  load: (key: K) => Promise<V>,
  { ttlMs }: { ttlMs: number },
): (key: K) => Promise<V> {
  const values = new Map<K, { value: V; until: number }>();
  const flights = new Map<K, Promise<V>>();
  const fetch = async (key: K): Promise<V> => {
    try {
      const value = await load(key);
      values.set(key, { value, until: Date.now() + ttlMs });
      return value;
    } catch (error) {
      const old = values.get(key);
      if (old) return old.value;
      throw error;
    } finally {
      flights.delete(key);
    }
  };
  return async (key) => {
    const kept = values.get(key);
    if (kept && Date.now() < kept.until) return kept.value;
    const own = flights.get(key) ?? fetch(key);
    flights.set(key, own);
    return own;
  };
}
