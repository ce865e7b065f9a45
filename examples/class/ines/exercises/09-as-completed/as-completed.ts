type Link<T> = { value: T; next: Promise<Link<T> | undefined> } | undefined;

export function asCompleted<T>(promises: Iterable<Promise<T>>): AsyncIterableIterator<T> {
  const first = Promise.withResolvers<Link<T>>();
  const watched = [...promises];
  let last = first;
  let left = watched.length;
  const append = (promise: Promise<T>) => {
    const next = Promise.withResolvers<Link<T>>();
    next.promise.catch(() => {});
    last.resolve(promise.then((value) => ({ value, next: next.promise })));
    last = next;
    if (--left === 0) next.resolve(undefined);
  };
  first.promise.catch(() => {});
  if (left === 0) first.resolve(undefined);
  for (const promise of watched) {
    promise.then(
      () => append(promise),
      () => append(promise),
    );
  }
  return walk(first.promise);
}

async function* walk<T>(first: Promise<Link<T>>): AsyncGenerator<T, void> {
  for (let link = await first; link; link = await link.next) yield link.value;
}
