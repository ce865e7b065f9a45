// fails: nothing-left (floating-rejection); also: failure, apart

export function asCompleted<T>(promises: Iterable<Promise<T>>): AsyncIterableIterator<T> {
  const slots: PromiseWithResolvers<T>[] = [];
  let ended = 0;
  for (const promise of promises) {
    const slot: PromiseWithResolvers<T> = Promise.withResolvers();
    slot.promise.catch(() => {});
    slots.push(slot);
    promise.then((value) => slots[ended++]!.resolve(value));
    promise.catch((reason) => slots[ended++]!.reject(reason));
  }
  return (async function* () {
    for (const slot of slots) yield await slot.promise;
  })();
}
