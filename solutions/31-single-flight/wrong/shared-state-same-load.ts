// fails: apart (shared-state)

interface Entry<V> {
  value: Promise<V>;
  until: number;
}

/** By what loads. */
const known = new Map<unknown, Map<any, Entry<any>>>();

export function singleFlight<K, V>(
  load: (key: K) => Promise<V>,
  { ttlMs }: { ttlMs: number },
): (key: K) => Promise<V> {
  const entries: Map<K, Entry<V>> = known.get(load) ?? new Map();
  known.set(load, entries);

  return (key) => {
    const kept = entries.get(key);
    if (kept && Date.now() < kept.until) return kept.value;
    const entry: Entry<V> = { value: load(key), until: Number.POSITIVE_INFINITY };
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
