// fails: time (missing-return); also: order, exceptions, throw, iterable

export async function gather(tasks: Iterable<() => Promise<unknown>>, { returnExceptions = false } = {}) {
  const runs = [...tasks].map(async (task) => {
    await task();
  });
  return Promise.all(returnExceptions ? runs.map((run) => run.catch((error) => error)) : runs);
}
