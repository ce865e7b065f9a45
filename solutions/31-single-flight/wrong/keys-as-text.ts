// fails: keys (keys-as-text)
interface Entry<V> {
  value: Promise<V>;
  until: number;
}

export function singleFlight<K, V>(
  load: (key: K) => Promise<V>,
  { ttlMs }: { ttlMs: number },
): (key: K) => Promise<V> {
  const entries = Object.create(null) as Record<string, Entry<V> | undefined>;

  return (key) => {
    const kept = entries[`${key}`];
    if (kept && Date.now() < kept.until) return kept.value;
    const entry: Entry<V> = { value: load(key), until: Number.POSITIVE_INFINITY };
    entries[`${key}`] = entry;
    entry.value.then(
      () => {
        entry.until = Date.now() + ttlMs;
      },
      () => {
        delete entries[`${key}`];
      },
    );
    return entry.value;
  };
}
