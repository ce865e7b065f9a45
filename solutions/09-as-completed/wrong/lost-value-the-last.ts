// fails: story (lost-value); also: order
export function asCompleted<T>(promises: Iterable<Promise<T>>): AsyncIterableIterator<T> {
  const arrived: PromiseSettledResult<T>[] = [];
  let wake = () => {};
  let last = -1;
  for (const promise of promises) {
    last++;
    Promise.allSettled([promise]).then(([result]) => {
      arrived.push(result);
      wake();
    });
  }
  return (async function* () {
    for (let given = 0; given < last; given++) {
      while (arrived.length === given) await new Promise<void>((resolve) => (wake = resolve));
      const result = arrived[given]!;
      if (result.status === "rejected") throw result.reason;
      yield result.value;
    }
  })();
}
