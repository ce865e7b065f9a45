// fails: expired (never-expires)
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
    } finally {
      flights.delete(key);
    }
  };
  return async (key) => {
    const kept = values.get(key);
    if (kept && Date.now() < kept.until) return kept.value;
    const own = flights.get(key) ?? fetch(key);
    flights.set(key, own);
    if (!kept) return own;
    own.catch(() => {});
    return kept.value;
  };
}
