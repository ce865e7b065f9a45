// Promises in a map, and a timer for each that takes it out again, unless another one stands there by then.

export const singleFlight = <K, V>(load: (key: K) => Promise<V>, options: { ttlMs: number }) => {
  const map = new Map<K, Promise<V>>();
  return async (key: K): Promise<V> => {
    const known = map.get(key);
    if (known) return known;
    const own = load(key);
    map.set(key, own);
    const forget = () => map.get(key) === own && map.delete(key);
    try {
      const value = await own;
      setTimeout(forget, options.ttlMs).unref();
      return value;
    } catch (error) {
      forget();
      throw error;
    }
  };
};
