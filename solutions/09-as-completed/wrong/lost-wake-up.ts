// fails: alike (lost-wake-up)

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
  const isThere = async (n: number) => n < arrived.length;
  return (async function* () {
    for (let n = 0; n < expected; n++) {
      if (!(await isThere(n)))
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      const result = arrived[n]!;
      if (result.status === "rejected") throw result.reason;
      yield result.value;
    }
  })();
}
