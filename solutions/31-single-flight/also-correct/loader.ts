// As a data loader: what is asked for in one turn is collected, and loaded when the turn's microtasks come to it.

type Waiting<V> = { resolve: (value: V | PromiseLike<V>) => void };

export function singleFlight<K, V>(load: (key: K) => Promise<V>, options: { ttlMs: number }) {
  const memo = new Map<K, Promise<V>>();
  let batch: Map<K, Waiting<V>> | null = null;

  const dispatch = () => {
    const asked = batch!;
    batch = null;
    for (const [key, { resolve }] of asked) resolve(load(key));
  };
  const clear = (key: K, promise: Promise<V>) => {
    if (memo.get(key) === promise) memo.delete(key);
  };

  return function get(key: K): Promise<V> {
    let promise = memo.get(key);
    if (promise) return promise;
    if (batch === null) {
      batch = new Map();
      process.nextTick(dispatch);
    }
    promise = new Promise<V>((resolve) => batch!.set(key, { resolve }));
    memo.set(key, promise);
    const own = promise;
    own.then(
      () => void setTimeout(clear, options.ttlMs, key, own),
      () => clear(key, own),
    );
    return own;
  };
}
