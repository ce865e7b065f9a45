// fails: nothing-left (waits-for-rest); also: failure

export function asCompleted<T>(promises: Iterable<Promise<T>>): AsyncIterableIterator<T> {
  const list = [...promises];
  const arrived: Promise<T>[] = [];
  let wake = () => {};
  for (const promise of list) {
    const settled = () => {
      arrived.push(promise);
      wake();
    };
    promise.then(settled, settled);
  }
  return (async function* () {
    try {
      for (let given = 0; given < list.length; given++) {
        if (given === arrived.length) await new Promise<void>((resolve) => (wake = resolve));
        yield await arrived[given]!;
      }
    } finally {
      await Promise.allSettled(list);
    }
  })();
}
