// fails: failure (failure-jumps-queue)

export function asCompleted<T>(promises: Iterable<Promise<T>>): AsyncIterableIterator<T> {
  const arrived: T[] = [];
  let failure: { reason: unknown } | undefined;
  let wake = () => {};
  let left = 0;
  for (const promise of promises) {
    left++;
    promise.then(
      (value) => {
        arrived.push(value);
        wake();
      },
      (reason) => {
        failure ??= { reason };
        wake();
      },
    );
  }
  return (async function* () {
    for (; left > 0; left--) {
      if (arrived.length === 0 && !failure) await new Promise<void>((resolve) => (wake = resolve));
      if (failure) throw failure.reason;
      yield arrived.shift()!;
    }
  })();
}
