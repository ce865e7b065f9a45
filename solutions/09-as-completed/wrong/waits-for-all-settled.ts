// fails: story (waits-for-all); also: order, late, failure, nothing-left, alike, iterable, apart

export async function* asCompleted<T>(promises: Iterable<Promise<T>>): AsyncGenerator<T, void> {
  for (const result of await Promise.allSettled(promises)) {
    if (result.status === "rejected") throw result.reason;
    yield result.value;
  }
}
