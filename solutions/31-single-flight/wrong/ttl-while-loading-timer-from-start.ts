// fails: share (ttl-while-loading); also: kept
export function singleFlight<K, V>(
  load: (key: K) => Promise<V>,
  { ttlMs }: { ttlMs: number },
): (key: K) => Promise<V> {
  const flights = new Map<K, Promise<V>>();
  return (key) => {
    const known = flights.get(key);
    if (known) return known;
    const own = load(key);
    flights.set(key, own);
    own.catch(() => flights.delete(key));
    setTimeout(() => flights.delete(key), ttlMs);
    return own;
  };
}
