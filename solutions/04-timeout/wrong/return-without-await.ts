// fails: story (return-without-await); also: limit, abort
export async function fetchWithTimeout<T>(
  operation: (signal: AbortSignal) => Promise<T>,
  ms = 2000,
): Promise<T> {
  const controller = new AbortController();
  let timer: any;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(Object.assign(new Error("late"), { name: "TimeoutError" }));
      controller.abort();
    }, ms);
  });
  timeout.catch(() => {});
  try {
    return Promise.race([operation(controller.signal), timeout]);
  } finally {
    clearTimeout(timer);
  }
}
