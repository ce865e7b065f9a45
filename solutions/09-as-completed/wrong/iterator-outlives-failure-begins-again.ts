// fails: order (iterator-outlives-failure)

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
  let n = 0,
    ended = false;
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    async next(): Promise<IteratorResult<T>> {
      if (ended) return { done: true, value: undefined };
      if (n === expected) {
        n = 0;
        return { done: true, value: undefined };
      }
      if (n === arrived.length)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      const result = arrived[n++]!;
      if (result.status === "rejected") {
        ended = true;
        throw result.reason;
      }
      return { done: false, value: result.value };
    },
  } as AsyncIterableIterator<T>;
}
