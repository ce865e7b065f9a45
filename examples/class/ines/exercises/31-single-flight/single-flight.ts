type State<V> =
  | { is: "empty" }
  | { is: "loading"; promise: Promise<V> }
  | { is: "loaded"; value: V; at: number };

class Slot<K, V> {
  state: State<V> = { is: "empty" };

  async get(key: K, load: (key: K) => Promise<V>, ttlMs: number): Promise<V> {
    const { state } = this;
    switch (state.is) {
      case "loading":
        return await state.promise;
      case "loaded":
        if (Date.now() < state.at + ttlMs) return state.value;
    }
    const promise = load(key);
    this.state = { is: "loading", promise };
    try {
      const value = await promise;
      this.state = { is: "loaded", value, at: Date.now() };
      return value;
    } catch (error) {
      this.state = { is: "empty" };
      throw error;
    }
  }
}

export function singleFlight<K, V>(load: (key: K) => Promise<V>, { ttlMs }: { ttlMs: number }) {
  const slots = new Map<K, Slot<K, V>>();
  return (key: K): Promise<V> => {
    let slot = slots.get(key);
    if (!slot) slots.set(key, (slot = new Slot()));
    return slot.get(key, load, ttlMs);
  };
}
