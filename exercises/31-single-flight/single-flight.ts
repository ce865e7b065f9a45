// Exercise 31: one load for all who ask at once, and its value for a while.

/** Makes a function that gives the value for a key: from a load that all who ask share, or one that is not too old. */
export function singleFlight<K, V>(
  load: (key: K) => Promise<V>,
  options: { ttlMs: number },
): (key: K) => Promise<V> {
  // TODO: remember the loads that are under way, and for a time what they brought.
  throw new Error("Not implemented yet");
}
