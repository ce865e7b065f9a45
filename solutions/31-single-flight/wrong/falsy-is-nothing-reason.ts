// fails: failure (falsy-is-nothing)
export function singleFlight<K, V>(
  load: (key: K) => Promise<V>,
  { ttlMs }: { ttlMs: number },
): (key: K) => Promise<V> {
  const entries = new Map<K, { waiting?: PromiseWithResolvers<V>; value?: V; until?: number }>();
  const fetch = async (key: K) => {
    let [value, failure]: [V | undefined, unknown] = [undefined, undefined];
    try {
      value = await load(key);
    } catch (error) {
      failure = error;
    }
    const { waiting } = entries.get(key)!;
    if (failure) {
      entries.delete(key);
      waiting!.reject(failure);
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
