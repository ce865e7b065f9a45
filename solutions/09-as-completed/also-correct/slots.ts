// As many promises as there are places: whoever arrives first settles the first of them.

export function asCompleted<T>(promises: Iterable<Promise<T>>): AsyncIterableIterator<T> {
  const slots: PromiseWithResolvers<T>[] = [];
  let ended = 0;
  for (const promise of promises) {
    const slot = Promise.withResolvers<T>();
    // The loop may come late, or never.
    slot.promise.catch(() => {});
    slots.push(slot);
    promise.then(
      (value) => slots[ended++]!.resolve(value),
      (reason) => slots[ended++]!.reject(reason),
    );
  }
  return (async function* () {
    for (const slot of slots) yield await slot.promise;
  })();
}
