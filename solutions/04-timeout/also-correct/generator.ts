// A tiny coroutine runner: the generator yields promises and reads as if it blocked.

function run<R>(body: Generator<Promise<unknown>, R, unknown>): Promise<R> {
  const step = (resume: () => IteratorResult<Promise<unknown>, R>): Promise<R> =>
    new Promise<IteratorResult<Promise<unknown>, R>>((resolve) => resolve(resume())).then((result) =>
      result.done
        ? result.value
        : result.value.then(
            (value) => step(() => body.next(value)),
            (error) => step(() => body.throw(error)),
          ),
    );
  return step(() => body.next());
}

const TIMED_OUT = Symbol("timed out");

function* withLimit<T>(
  operation: (signal: AbortSignal) => Promise<T>,
  ms: number,
): Generator<Promise<unknown>, T, unknown> {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const alarm = new Promise<typeof TIMED_OUT>((resolve) => {
    timer = setTimeout(resolve, ms, TIMED_OUT);
  });
  try {
    const first = yield Promise.race([operation(controller.signal), alarm]);
    if (first !== TIMED_OUT) return first as T;
    controller.abort();
    const error = new Error("The operation took too long");
    error.name = "TimeoutError";
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

export const fetchWithTimeout = <T>(operation: (signal: AbortSignal) => Promise<T>, ms = 2000): Promise<T> =>
  run(withLimit(operation, ms));
