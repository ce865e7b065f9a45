// As the reference, but many microtasks late: still within the same millisecond.

export function asCompleted<T>(promises: Iterable<Promise<T>>): AsyncIterableIterator<T> {
  const arrived: PromiseSettledResult<T>[] = [];
  let awake = Promise.withResolvers<void>();
  let expected = 0;
  for (const promise of promises) {
    expected++;
    promise.then(
      (value) => afterManyMicrotasks(() => report({ status: "fulfilled", value })),
      (reason: unknown) => afterManyMicrotasks(() => report({ status: "rejected", reason })),
    );
  }
  return inTurn();

  function report(result: PromiseSettledResult<T>): void {
    arrived.push(result);
    awake.resolve();
  }

  // Its body starts at the first `next()`: watching must not be in here.
  async function* inTurn(): AsyncGenerator<T, void> {
    for (let given = 0; given < expected; given++) {
      if (given === arrived.length) {
        awake = Promise.withResolvers();
        await awake.promise;
      }
      const result = arrived[given]!;
      if (result.status === "rejected") throw result.reason;
      yield result.value;
    }
  }
}

async function afterManyMicrotasks(act: () => void): Promise<void> {
  for (let turn = 0; turn < 50; turn++) await null;
  act();
}
