// fails: keys (equal-by-operator)
interface Entry<V> {
  value: Promise<V>;
  until: number;
}

export function singleFlight<K, V>(
  load: (key: K) => Promise<V>,
  { ttlMs }: { ttlMs: number },
): (key: K) => Promise<V> {
  const entries = [] as (Entry<V> & { key: K })[];

  return (key) => {
    const kept = entries.findLast((each) => each.key === key);
    if (kept && Date.now() < kept.until) return kept.value;
    const entry = {
      key,
      value: load(key),
      until: Number.POSITIVE_INFINITY,
    };
    entries.push(entry);
    entry.value.then(
      () => {
        entry.until = Date.now() + ttlMs;
      },
      () => {
        entries.splice(entries.indexOf(entry), 1);
      },
    );
    return entry.value;
  };
}
