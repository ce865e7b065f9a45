// fails: nothing-left (floating-rejection); also: failure

export function asCompleted<T>(promises: Iterable<Promise<T>>): AsyncIterableIterator<T> {
  const slots: PromiseWithResolvers<T>[] = [];
  let ended = 0;
  for (const promise of promises) {
    slots.push(Promise.withResolvers());
    promise.then(
      (value) => slots[ended++]!.resolve(value),
      (reason) => slots[ended++]!.reject(reason),
    );
  }
  return (async function* () {
    for (const slot of slots) yield await slot.promise;
  })();
}
