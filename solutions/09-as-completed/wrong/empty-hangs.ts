// fails: iterable (empty-hangs)

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
    let given = 0;
    do {
      if (given === arrived.length) await new Promise<void>((resolve) => (wake = resolve));
      const result = arrived[given++]!;
      if (result.status === "rejected") throw result.reason;
      yield result.value;
    } while (given < expected);
  })();
}
