// fails: share (gives-up)

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
    const entry: Entry<V> = { value: inTime(load(key)), until: Number.POSITIVE_INFINITY };
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

function inTime<T>(promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("the weather service does not answer")), 30000);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
