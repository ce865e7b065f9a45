// fails: nothing-left (timer-leak)

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
    const alive = setInterval(() => {}, 60_000);
    for (let n = 0; n < expected; n++) {
      if (n === arrived.length)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      const result = arrived[n]!;
      if (result.status === "rejected") {
        clearInterval(alive);
        throw result.reason;
      }
      yield result.value;
    }
    clearInterval(alive);
  })();
}
