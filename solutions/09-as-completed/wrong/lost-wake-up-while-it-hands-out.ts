// fails: late (lost-wake-up)
export function asCompleted<T>(promises: Iterable<Promise<T>>): AsyncIterableIterator<T> {
  type Result = { status: "fulfilled"; value: T } | { status: "rejected"; reason: unknown };

  const arrived: Result[] = [];
  let signal = Promise.withResolvers<void>();
  let left = 0;

  function put(result: Result) {
    arrived.push(result);
    signal.resolve();
  }

  for (const promise of promises) {
    left++;
    promise.then(
      (value) => put({ status: "fulfilled", value }),
      (reason) => put({ status: "rejected", reason }),
    );
  }

  async function* consume(): AsyncGenerator<T> {
    while (left > 0) {
      await signal.promise;
      for (const result of arrived.splice(0)) {
        left--;
        if (result.status === "rejected") throw result.reason;
        yield result.value;
      }
      signal = Promise.withResolvers<void>();
    }
  }

  return consume();
}
