// As a memoizer: promises under way in one map, values with the end of their life in another, which drops what it is asked for too late.

class ExpiryMap<K, V> {
  readonly #data = new Map<K, { value: V; expires: number }>();

  constructor(readonly maxAge: number) {}

  has(key: K): boolean {
    const item = this.#data.get(key);
    if (item === undefined) return false;
    if (item.expires > performance.now()) return true;
    this.#data.delete(key);
    return false;
  }

  get(key: K): V {
    return this.#data.get(key)!.value;
  }

  set(key: K, value: V): void {
    this.#data.set(key, { value, expires: performance.now() + this.maxAge });
  }
}

export function singleFlight<K, V>(load: (key: K) => Promise<V>, { ttlMs }: { ttlMs: number }) {
  const cache = new ExpiryMap<K, V>(ttlMs);
  const promises = new Map<K, Promise<V>>();
  return (key: K): Promise<V> => {
    if (promises.has(key)) return promises.get(key)!;
    const promise = (async () => {
      try {
        if (await cache.has(key)) return cache.get(key);
        const result = await load(key);
        cache.set(key, result);
        return result;
      } finally {
        promises.delete(key);
      }
    })();
    promises.set(key, promise);
    return promise;
  };
}
