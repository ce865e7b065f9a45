// fails: time (not-called); also: order, failure, exceptions, throw, iterable, apart

export async function gather(tasks: Iterable<() => Promise<unknown>>, { returnExceptions = false } = {}) {
  const all = [...tasks];
  return returnExceptions ? Promise.allSettled(all) : Promise.all(all);
}
