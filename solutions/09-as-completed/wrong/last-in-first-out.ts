// fails: late (last-in-first-out)
export function asCompleted<T>(promises: Iterable<Promise<T>>): AsyncIterableIterator<T> {
  const arrived: PromiseSettledResult<T>[] = [];
  let wake = () => {};
  let expected = 0;
  for (const promise of promises) {
    expected++;
    Promise.allSettled([promise]).then(([result]) => {
      arrived.push(result);
      wake();
    });
  }
  return (async function* () {
    for (; expected > 0; expected--) {
      while (arrived.length === 0) await new Promise<void>((resolve) => (wake = resolve));
      const result = arrived.pop()!;
      if (result.status === "rejected") throw result.reason;
      yield result.value;
    }
  })();
}
