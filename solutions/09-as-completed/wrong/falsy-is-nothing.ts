// fails: alike (falsy-is-nothing); also: failure

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
      let value = arrived.shift();
      if (!value) {
        if (failure) throw failure.reason;
        await new Promise<void>((resolve) => (wake = resolve));
        value = arrived.shift();
      }
      yield value as T;
    }
  })();
}
