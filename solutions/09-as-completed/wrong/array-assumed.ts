// fails: iterable (array-assumed)

export function asCompleted<T>(promises: Iterable<Promise<T>>): AsyncIterableIterator<T> {
  const expected = (promises as Promise<T>[]).map((promise) => promise).length;
  const arrived: PromiseSettledResult<T>[] = [];
  let wake = () => {};
  for (const promise of promises) {
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
    for (let given = 0; given < expected; given++) {
      if (given === arrived.length) await new Promise<void>((resolve) => (wake = resolve));
      const result = arrived[given]!;
      if (result.status === "rejected") throw result.reason;
      yield result.value;
    }
  })();
}
