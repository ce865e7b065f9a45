// fails: kept (keys-emptied-together)
export function singleFlight<K, V>(
  load: (key: K) => Promise<V>,
  { ttlMs }: { ttlMs: number },
): (key: K) => Promise<V> {
  const memo = new Map<K, Promise<V>>();
  return (key) => {
    const known = memo.get(key);
    if (known) return known;
    const own = load(key);
    memo.set(key, own);
    own.then(
      () => void setTimeout(() => memo.clear(), ttlMs),
      () => void (memo.get(key) === own && memo.delete(key)),
    );
    return own;
  };
}
