// fails: expired (sliding-ttl)
export function singleFlight<K, V>(
  load: (key: K) => Promise<V>,
  { ttlMs }: { ttlMs: number },
): (key: K) => Promise<V> {
  const entries = new Map<K, { value: Promise<V>; timer?: NodeJS.Timeout }>();
  return (key) => {
    const known = entries.get(key);
    known?.timer?.refresh();
    if (known) return known.value;
    const entry: { value: Promise<V>; timer?: NodeJS.Timeout } = { value: load(key) };
    entries.set(key, entry);
    const forget = () => void (entries.get(key) === entry && entries.delete(key));
    entry.value.then(() => {
      entry.timer = setTimeout(forget, ttlMs);
    }, forget);
    return entry.value;
  };
}
