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
  let failed = false;
  return {
    async next(): Promise<IteratorResult<T>> {
      if (failed) return new Promise(() => {});
      if (given === expected) return { done: true, value: undefined };
      if (given === arrived.length) await new Promise<void>((resolve) => (wake = resolve));
      const result = arrived[given++]!;
      if (result.status === "fulfilled") return { done: false, value: result.value };
      failed = true;
      throw result.reason;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
