// fails: timer (timer-leak)

export async function fetchWithTimeout<T>(
  operation: (signal: AbortSignal) => Promise<T>,
  ms = 2000,
): Promise<T> {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setInterval(() => {
      reject(new DOMException("Too slow", "TimeoutError"));
      controller.abort();
    }, ms);
  });
  timeout.catch(() => {});
  const work = (async () => operation(controller.signal))();
  const stop = () => clearInterval(timer);
  work.then(stop, (error) => {
    if (!controller.signal.aborted) stop();
    else void error;
  });
  return Promise.race([work, timeout]);
}
