// fails: late (watches-too-late); also: nothing-left

export async function* asCompleted<T>(promises: Iterable<Promise<T>>): AsyncGenerator<T, void> {
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
  for (let given = 0; given < expected; given++) {
    if (given === arrived.length) await new Promise<void>((resolve) => (wake = resolve));
    const result = arrived[given]!;
    if (result.status === "rejected") throw result.reason;
    yield result.value;
  }
}
