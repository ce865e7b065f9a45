// fails: time (late-start); also: order

export async function gather(tasks: Iterable<() => Promise<unknown>>, { returnExceptions = false } = {}) {
  const runs: Promise<unknown>[] = [];
  for (const task of tasks) {
    const run = (async () => task())();
    run.catch(() => {});
    runs.push(run);
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  return Promise.all(returnExceptions ? runs.map((run) => run.catch((error) => error)) : runs);
}
