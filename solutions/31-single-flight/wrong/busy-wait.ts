// fails: share (busy-wait)

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
    const entry: Entry<V> = { value: polled(load(key)), until: Number.POSITIVE_INFINITY };
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

/** Looks every so often whether it has settled. */
async function polled<T>(promise: Promise<T>): Promise<T> {
  let over = false;
  const end = () => {
    over = true;
  };
  promise.then(end, end);
  while (!over) await new Promise((resolve) => setTimeout(resolve, 10));
  return promise;
}
