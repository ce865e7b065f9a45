// fails: apart (shared-state)
// The list of those that run is outside while the tasks are called: one that gathers others itself replaces it.
let running: Promise<unknown>[] = [];
export async function gather(tasks: Iterable<() => unknown>, options?: { returnExceptions?: boolean }) {
  running = [];
  for (const task of tasks) {
    const started = (async () => task())();
    running.push(started);
  }
  const own = running;
  if (!options?.returnExceptions) return Promise.all(own);
  const reports = await Promise.allSettled(own);
  return reports.map((report) => (report.status === "fulfilled" ? report.value : report.reason));
}
