// fails: failure (swallowed-error)

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
    for (let given = 0; given < expected; given++) {
      if (given === arrived.length) await new Promise<void>((resolve) => (wake = resolve));
      const result = arrived[given]!;
      if (result.status === "rejected") return;
      yield result.value;
    }
  })();
}
