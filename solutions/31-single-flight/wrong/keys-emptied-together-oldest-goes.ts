// fails: keys (keys-emptied-together)
interface Entry<V> {
  value: Promise<V>;
  until: number;
}

export function singleFlight<K, V>(
  load: (key: K) => Promise<V>,
  { ttlMs }: { ttlMs: number },
): (key: K) => Promise<V> {
  const entries = new Map<K, Entry<V>>();

  return (key) => {
    const kept = entries.get(key);
    if (kept && Date.now() < kept.until) return kept.value;
    const entry: Entry<V> = { value: load(key), until: Number.POSITIVE_INFINITY };
    entries.set(key, entry);
    if (entries.size > 100) entries.delete(entries.keys().next().value!);
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
