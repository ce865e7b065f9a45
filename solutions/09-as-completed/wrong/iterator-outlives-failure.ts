// fails: failure (iterator-outlives-failure)

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

  let given = 0;
  return {
    async next(): Promise<IteratorResult<T>> {
      if (given === expected) return { done: true, value: undefined };
      if (given === arrived.length) await new Promise<void>((resolve) => (wake = resolve));
      const result = arrived[given++]!;
      if (result.status === "rejected") throw result.reason;
      return { done: false, value: result.value };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
