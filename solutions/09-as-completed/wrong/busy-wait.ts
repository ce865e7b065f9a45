// fails: story (busy-wait); also: alike

export function asCompleted<T>(promises: Iterable<Promise<T>>): AsyncIterableIterator<T> {
  const arrived: PromiseSettledResult<T>[] = [];
  let expected = 0;
  for (const promise of promises) {
    expected++;
    promise.then(
      (value) => {
        arrived.push({ status: "fulfilled", value });
      },
      (reason) => {
        arrived.push({ status: "rejected", reason });
      },
    );
  }

  return (async function* () {
    for (let given = 0; given < expected; given++) {
      while (given === arrived.length) await new Promise((resolve) => setTimeout(resolve, 1));
      const result = arrived[given]!;
      if (result.status === "rejected") throw result.reason;
      yield result.value;
    }
  })();
}
