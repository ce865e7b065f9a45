// fails: failure (first-failure-lost)

export function asCompleted<T>(promises: Iterable<Promise<T>>) {
  const queue: { value?: T; failed?: boolean }[] = [];
  let wake = () => {};
  const all = [...promises];
  let failure: unknown;
  const arrive = (one: { value?: T; failed?: boolean }) => {
    queue.push(one);
    wake();
  };
  for (const promise of all)
    promise.then(
      (value) => arrive({ value }),
      (error) => {
        failure = error;
        arrive({ failed: true });
      },
    );
  async function* values() {
    for (const _ of all) {
      while (queue.length === 0)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      const { value, failed } = queue.shift()!;
      if (failed) throw failure;
      yield value;
    }
  }
  return values();
}
