function TimeoutError(this: Error, message: string) {
  this.message = message;
}
TimeoutError.prototype = Object.create(Error.prototype, {
  constructor: { value: TimeoutError },
  name: { value: "TimeoutError" },
});

export async function fetchWithTimeout<T>(
  operation: (signal: AbortSignal) => Promise<T>,
  ms = 2000,
): Promise<T> {
  const controller = new AbortController();
  const limit = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    limit.reject(Reflect.construct(TimeoutError, [`No answer within ${ms} ms`]));
    controller.abort();
  }, ms);
  try {
    return await Promise.race([operation(controller.signal), limit.promise]);
  } finally {
    clearTimeout(timer);
  }
}
