// fails: apart (shared-state)

const arrived: PromiseSettledResult<any>[] = [];
let wake = () => {};

export function asCompleted<T>(promises: Iterable<Promise<T>>): AsyncIterableIterator<T> {
  const list = [...promises];
  const expected = list.length;
  const begin = arrived.length;
  for (const promise of list) {
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

  return (async function* () {
    for (let given = begin; given < begin + expected; given++) {
      if (given === arrived.length) await new Promise<void>((resolve) => (wake = resolve));
      const result = arrived[given]! as PromiseSettledResult<T>;
      if (result.status === "rejected") throw result.reason;
      yield result.value;
    }
  })();
}
