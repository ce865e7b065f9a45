// fails: apart (shared-state)
// The controller is taken from outside once the operation has been called: one that sets limits itself has replaced it.
let controller: AbortController;
export async function fetchWithTimeout(operation: (signal: AbortSignal) => Promise<unknown>, ms = 2000) {
  controller = new AbortController();
  const late = Promise.withResolvers<never>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    const running = operation(controller.signal);
    const own = controller;
    timer = setTimeout(() => {
      late.reject(new DOMException("Too late", "TimeoutError"));
      own.abort();
    }, ms);
    return await Promise.race([running, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
