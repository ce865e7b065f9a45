// fails: story (gives-up)

export function asCompleted<T>(promises: Iterable<Promise<T>>): AsyncIterableIterator<T> {
  const arrived: Promise<T>[] = [];
  let wake = () => {};
  let expected = 0;
  for (const promise of promises) {
    expected++;
    const settled = () => {
      arrived.push(promise);
      wake();
    };
    promise.then(settled, settled);
  }
  return (async function* () {
    for (let given = 0; given < expected; given++) {
      if (given === arrived.length) {
        let timer: ReturnType<typeof setTimeout> | undefined;
        await new Promise<void>((resolve, reject) => {
          wake = resolve;
          timer = setTimeout(() => reject(new Error("nothing came for ten seconds")), 10_000);
        }).finally(() => clearTimeout(timer));
      }
      yield await arrived[given]!;
    }
  })();
}
