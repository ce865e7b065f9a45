// fails: apart (shared-state)
const told = new WeakSet<Promise<unknown>>();

export function asCompleted<T>(promises: Iterable<Promise<T>>): AsyncIterableIterator<T> {
  const arrived: PromiseSettledResult<T>[] = [];
  let wake = () => {};
  let expected = 0;
  for (const promise of promises) {
    expected++;
    Promise.allSettled([promise]).then(([result]) => {
      if (result.status === "rejected" && told.has(promise)) expected--;
      else arrived.push(result);
      if (result.status === "rejected") told.add(promise);
      wake();
    });
  }
  return (async function* () {
    for (let given = 0; given < expected; given++) {
      if (arrived.length === given) await new Promise<void>((resolve) => (wake = resolve));
      const result = arrived[given];
      if (!result) return;
      if (result.status === "rejected") throw result.reason;
      yield result.value;
    }
  })();
}
