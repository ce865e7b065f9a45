// fails: failure (floating-rejection); also: nothing-left, apart

export function asCompleted<T>(promises: Iterable<Promise<T>>) {
  const queue: T[] = [];
  let wake = () => {};
  const all = [...promises];
  for (const promise of all)
    promise.then((value) => {
      queue.push(value);
      wake();
    });
  async function* values() {
    for (const _ of all) {
      while (queue.length === 0)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      yield queue.shift()!;
    }
  }
  return values();
}
