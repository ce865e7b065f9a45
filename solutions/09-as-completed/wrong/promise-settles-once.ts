// fails: story (promise-settles-once)

export function asCompleted<T>(promises: Iterable<Promise<T>>): AsyncIterableIterator<T> {
  const arrived: Array<{ ok: true; value: T } | { ok: false; error: unknown }> = [];
  const somethingArrived = Promise.withResolvers<void>();
  let expected = 0;

  for (const promise of promises) {
    expected++;
    promise.then(
      (value) => {
        arrived.push({ ok: true, value });
        somethingArrived.resolve();
      },
      (error) => {
        arrived.push({ ok: false, error });
        somethingArrived.resolve();
      },
    );
  }

  return (async function* () {
    for (let given = 0; given < expected; given++) {
      while (!arrived[given]) {
        await somethingArrived.promise;
      }
      const item = arrived[given]!;
      if (!item.ok) throw item.error;
      yield item.value;
    }
  })();
}
