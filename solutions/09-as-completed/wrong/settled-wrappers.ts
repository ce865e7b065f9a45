// fails: story (settled-wrappers); also: order

export function asCompleted<T>(promises: Iterable<Promise<T>>): AsyncIterableIterator<T> {
  const arrived: any[] = [];
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
    for (let given = 0; given < expected; given++) {
      if (given === arrived.length) await new Promise<void>((resolve) => (wake = resolve));
      yield arrived[given];
    }
  })();
}
