// fails: keys (keys-wait-in-line)
class Mutex {
  private tail: Promise<unknown> = Promise.resolve();

  runExclusive<R>(work: () => Promise<R>): Promise<R> {
    const result = this.tail.then(work);
    this.tail = result.catch(() => {});
    return result;
  }
}

export function singleFlight<K, V>(
  load: (key: K) => Promise<V>,
  options: { ttlMs: number },
): (key: K) => Promise<V> {
  const mutex = new Mutex();
  const pending = new Map<K, Promise<V>>();
  const cache = new Map<K, { value: V; until: number }>();

  return (key) => {
    const hit = cache.get(key);
    if (hit && Date.now() < hit.until) return Promise.resolve(hit.value);
    const shared = pending.get(key);
    if (shared) return shared;

    const promise = mutex.runExclusive(async () => {
      try {
        const value = await load(key);
        cache.set(key, { value, until: Date.now() + options.ttlMs });
        return value;
      } finally {
        pending.delete(key);
      }
    });
    pending.set(key, promise);
    return promise;
  };
}
