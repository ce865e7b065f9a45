// fails: iterable (array-assumed)
export function asCompleted<T>(promises: Array<Promise<T>>): AsyncIterableIterator<T> {
  const slots = Array.from({ length: promises.length }, () => Promise.withResolvers<() => T>());
  let arrived = 0;
  for (let index = 0; index < promises.length; index++) {
    promises[index]!.then(
      (value) => slots[arrived++]!.resolve(() => value),
      (reason) =>
        slots[arrived++]!.resolve(() => {
          throw reason;
        }),
    );
  }
  return (async function* () {
    for (const { promise } of slots) yield (await promise)();
  })();
}
