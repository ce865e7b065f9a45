// fails: keys (keys-share); also: share, failure
export function singleFlight<K, V>(
  load: (key: K) => Promise<V>,
  { ttlMs }: { ttlMs: number },
): (key: K) => Promise<V> {
  let entry: { value: Promise<V>; until: number } | undefined;
  return (key) => {
    if (entry && Date.now() < entry.until) return entry.value;
    const own = { value: load(key), until: Number.POSITIVE_INFINITY };
    entry = own;
    own.value.then(
      () => (own.until = Date.now() + ttlMs),
      () => {
        if (entry === own) entry = undefined;
      },
    );
    return own.value;
  };
}
