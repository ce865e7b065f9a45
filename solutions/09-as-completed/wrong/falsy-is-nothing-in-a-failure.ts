// fails: failure (falsy-is-nothing)

export function asCompleted<T>(promises: Iterable<Promise<T>>): AsyncIterableIterator<T> {
  const arrived: { value?: T; reason?: unknown }[] = [];
  let wake = () => {};
  let expected = 0;
  for (const promise of promises) {
    expected++;
    const report = (outcome: { value?: T; reason?: unknown }) => {
      arrived.push(outcome);
      wake();
    };
    promise.then(
      (value) => report({ value }),
      (reason) => report({ reason }),
    );
  }
  return (async function* () {
    for (let given = 0; given < expected; given++) {
      if (given === arrived.length) await new Promise<void>((resolve) => (wake = resolve));
      const { value, reason } = arrived[given]!;
      if (reason) throw reason;
      yield value as T;
    }
  })();
}
