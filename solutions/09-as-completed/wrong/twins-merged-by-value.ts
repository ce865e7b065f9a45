// fails: alike (twins-merged)

export function asCompleted<T>(promises: Iterable<Promise<T>>): AsyncIterableIterator<T> {
  const arrived: PromiseSettledResult<T>[] = [];
  let awake = Promise.withResolvers<void>();
  let expected = 0;
  for (const promise of promises) {
    expected++;
    promise.then(
      (value) => report({ status: "fulfilled", value }),
      (reason: unknown) => report({ status: "rejected", reason }),
    );
  }
  return inTurn();

  function report(result: PromiseSettledResult<T>): void {
    arrived.push(result);
    awake.resolve();
  }

  // Its body starts at the first `next()`: watching must not be in here.
  async function* inTurn(): AsyncGenerator<T, void> {
    const seen = new Set<T>();
    for (let given = 0; given < expected; given++) {
      if (given === arrived.length) {
        awake = Promise.withResolvers();
        await awake.promise;
      }
      const result = arrived[given]!;
      if (result.status === "rejected") throw result.reason;
      if (seen.has(result.value)) continue;
      seen.add(result.value);
      yield result.value;
    }
  }
}
