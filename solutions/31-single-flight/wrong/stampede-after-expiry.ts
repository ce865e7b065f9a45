// fails: share (stampede-after-expiry)
export function singleFlight<K, V>(
  load: (key: K) => Promise<V>,
  { ttlMs }: { ttlMs: number },
): (key: K) => Promise<V> {
  const values = new Map<K, { value: Promise<V>; until: number }>();
  return async (key) => {
    let kept = values.get(key);
    if (!kept) {
      kept = { value: load(key), until: Number.POSITIVE_INFINITY };
      values.set(key, kept);
      const own = kept;
      own.value.then(
        () => (own.until = Date.now() + ttlMs),
        () => values.delete(key),
      );
      return own.value;
    }
    if (Date.now() < kept.until) return kept.value;
    const value = await load(key);
    values.set(key, { value: Promise.resolve(value), until: Date.now() + ttlMs });
    return value;
  };
}
