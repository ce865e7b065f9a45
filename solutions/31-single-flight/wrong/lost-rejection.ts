// fails: failure (lost-rejection)
export function singleFlight<K, V>(
  load: (key: K) => Promise<V>,
  { ttlMs }: { ttlMs: number },
): (key: K) => Promise<V> {
  const entries = new Map<K, { waiting?: PromiseWithResolvers<V>; value?: V; until?: number }>();
  const fetch = async (key: K) => {
    const { waiting } = entries.get(key)!;
    try {
      const value = await load(key);
      entries.set(key, { value, until: Date.now() + ttlMs });
      waiting!.resolve(value);
    } catch {
      entries.delete(key);
    }
  };
  return (key) => {
    const kept = entries.get(key);
    if (kept?.waiting) return kept.waiting.promise;
    if (kept && Date.now() < kept.until!) return Promise.resolve(kept.value!);
    const waiting = Promise.withResolvers<V>();
    entries.set(key, { waiting });
    void fetch(key);
    return waiting.promise;
  };
}
