// As a small LRU cache with an age: a young and an old generation of items, both asked, and a flight for each key under way.

interface Item<V> {
  value: V;
  expiry: number;
}

class Cache<K, V> {
  private young = new Map<K, Item<V>>();
  private old = new Map<K, Item<V>>();
  private readonly size = 1000;

  get(key: K): Item<V> | undefined {
    const item = this.young.get(key) ?? this.old.get(key);
    if (!item || item.expiry <= Date.now()) {
      this.young.delete(key);
      this.old.delete(key);
      return undefined;
    }
    if (!this.young.has(key)) this.set(key, item);
    return item;
  }

  set(key: K, item: Item<V>): void {
    this.young.set(key, item);
    if (this.young.size < this.size) return;
    this.old = this.young;
    this.young = new Map();
  }
}

class Flights<K, V> {
  private cache = new Cache<K, V>();
  private flights = new Map<K, PromiseWithResolvers<V>>();

  constructor(
    private load: (key: K) => Promise<V>,
    private ttl: number,
  ) {}

  get(key: K): Promise<V> {
    const item = this.cache.get(key);
    if (item) return Promise.resolve(item.value);
    const flight = this.flights.get(key) ?? this.begin(key);
    return flight.promise;
  }

  private begin(key: K): PromiseWithResolvers<V> {
    const flight = Promise.withResolvers<V>();
    this.flights.set(key, flight);
    this.load(key).then(
      (value) => {
        this.cache.set(key, { value, expiry: Date.now() + this.ttl });
        this.flights.delete(key);
        flight.resolve(value);
      },
      (error) => {
        this.flights.delete(key);
        flight.reject(error);
      },
    );
    return flight;
  }
}

export function singleFlight<K, V>(load: (key: K) => Promise<V>, options: { ttlMs: number }) {
  const flights = new Flights(load, options.ttlMs);
  return (key: K): Promise<V> => flights.get(key);
}
