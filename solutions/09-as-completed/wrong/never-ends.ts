// fails: story (never-ends); also: order, apart

export function asCompleted<T>(promises: Iterable<Promise<T>>): AsyncIterableIterator<T> {
  const arrived: PromiseSettledResult<T>[] = [];
  let wake = () => {};
  let expected = 0;
  for (const promise of promises) {
    expected++;
    promise.then(
      (value) => {
        arrived.push({ status: "fulfilled", value });
        wake();
      },
      (reason) => {
        arrived.push({ status: "rejected", reason });
        wake();
      },
    );
  }

  return (async function* () {
    for (;;) {
      if (arrived.length === 0) await new Promise<void>((resolve) => (wake = resolve));
      const result = arrived.shift()!;
      if (result.status === "rejected") throw result.reason;
      yield result.value;
    }
  })();
}
