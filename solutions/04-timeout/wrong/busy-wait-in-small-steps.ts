// fails: limit (busy-wait); also: failure
export async function fetchWithTimeout(operation: any, ms = 2000): Promise<any> {
  const controller = new AbortController();
  let done: any;
  const begun = performance.now();
  (async () => operation(controller.signal))().then(
    (value) => (done ??= { value }),
    (error) => (done ??= { error, failed: true }),
  );
  await null;
  for (;;) {
    if (done?.failed) throw done.error;
    if (done) return done.value;
    if (performance.now() - begun >= ms) {
      done = {};
      controller.abort();
      throw Object.assign(new Error("too late"), { name: "TimeoutError" });
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
