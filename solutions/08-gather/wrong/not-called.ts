// fails: time (not-called); also: order, failure, exceptions, throw, iterable

export async function gather(tasks: Iterable<() => Promise<unknown>>, { returnExceptions = false } = {}) {
  const all = [...tasks];
  return returnExceptions ? Promise.allSettled(all) : Promise.all(all);
}
