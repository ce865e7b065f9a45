// fails: apart (shared-state)
const entries = new Map<unknown, { value: Promise<unknown>; until: number }>();

export function singleFlight<K, V>(
  load: (key: K) => Promise<V>,
  { ttlMs }: { ttlMs: number },
): (key: K) => Promise<V> {
  return (key) => {
    const kept = entries.get(key);
    if (kept && Date.now() < kept.until) return kept.value as Promise<V>;
    const entry: { value: Promise<V>; until: number } = { value: load(key), until: Number.POSITIVE_INFINITY };
    entries.set(key, entry);
    entry.value.then(
      () => {
        entry.until = Date.now() + ttlMs;
      },
      () => {
        entries.delete(key);
      },
    );
    return entry.value;
  };
}
