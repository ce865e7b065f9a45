// fails: failure (generic-error)
export function singleFlight<K, V>(
  load: (key: K) => Promise<V>,
  { ttlMs }: { ttlMs: number },
): (key: K) => Promise<V> {
  const entries = new Map<K, { waiting?: PromiseWithResolvers<V>; value?: V; until?: number }>();
  const fetch = async (key: K) => {
    let [value, failed]: [V | undefined, boolean] = [undefined, false];
    try {
      value = await load(key);
    } catch {
      failed = true;
    }
    const { waiting } = entries.get(key)!;
    if (failed) {
      entries.delete(key);
      waiting!.reject(new Error("The load failed"));
    } else {
      entries.set(key, { value: value!, until: Date.now() + ttlMs });
      waiting!.resolve(value!);
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
