// fails: failure (floating-rejection); also: share, expired, apart
export function singleFlight<K, V>(
  load: (key: K) => Promise<V>,
  { ttlMs }: { ttlMs: number },
): (key: K) => Promise<V> {
  const values = new Map<K, { value: V; until: number }>();
  const flights = new Map<K, Promise<V>>();
  return (key) => {
    const kept = values.get(key);
    if (kept && Date.now() < kept.until) return Promise.resolve(kept.value);
    const flight = flights.get(key);
    if (flight) return flight;
    const own = load(key).then((value) => {
      values.set(key, { value, until: Date.now() + ttlMs });
      return value;
    });
    flights.set(key, own);
    own.finally(() => flights.delete(key));
    return own;
  };
}
