// Objects in a WeakMap, all else in a Map that is swept at each call. An entry is a pair of a promise and a signal of its death.

export function singleFlight<K, V>(load: (key: K) => Promise<V>, { ttlMs }: { ttlMs: number }) {
  type Entry = readonly [promise: Promise<V>, isDead: () => boolean];
  const objects = new WeakMap<WeakKey, Entry>();
  const others = new Map<K, Entry>();
  const homeOf = (key: K): Map<unknown, Entry> | WeakMap<WeakKey, Entry> =>
    (typeof key === "object" && key !== null) || typeof key === "function" ? objects : others;

  function* dead() {
    for (const [key, [, isDead]] of others) if (isDead()) yield key;
  }

  return function fly(key: K): Promise<V> {
    for (const each of [...dead()]) others.delete(each);
    const home = homeOf(key);
    const [promise, isDead] = home.get(key as WeakKey) ?? [];
    if (promise && !isDead!()) return promise;
    let diesAt = Infinity;
    const own = load(key);
    own
      .then(() => {
        diesAt = performance.now() + ttlMs;
      })
      .catch(() => {
        diesAt = -1;
      });
    home.set(key as WeakKey, [own, () => performance.now() >= diesAt]);
    return own;
  };
}
