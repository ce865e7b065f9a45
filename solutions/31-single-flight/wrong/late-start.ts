// fails: story (late-start); also: apart
export function singleFlight<K, V>(
  load: (key: K) => Promise<V>,
  { ttlMs }: { ttlMs: number },
): (key: K) => Promise<V> {
  const memo = new Map<K, Promise<V>>();
  return (key) => {
    const known = memo.get(key);
    if (known) return known;
    // So that all who ask in this ms are collected.
    const own = new Promise<void>((resolve) => setTimeout(resolve, 5)).then(() => load(key));
    memo.set(key, own);
    const forget = () => void (memo.get(key) === own && memo.delete(key));
    own.then(() => void setTimeout(forget, ttlMs), forget);
    return own;
  };
}
