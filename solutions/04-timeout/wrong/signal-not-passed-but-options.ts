// fails: abort (signal-not-passed)

export function fetchWithTimeout<T>(
  operation: (signal: AbortSignal) => Promise<T>,
  ms: number = 2000,
): Promise<T> {
  const controller = new AbortController();
  const { signal } = controller;
  let timer: ReturnType<typeof setTimeout>;

  const clock = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(Object.assign(new Error(`gave up after ${ms} ms`), { name: "TimeoutError" }));
      controller.abort();
    }, ms);
  });

  const work = new Promise<T>((resolve) => resolve(operation({ signal } as any)));

  return Promise.race([work, clock]).finally(() => clearTimeout(timer));
}
