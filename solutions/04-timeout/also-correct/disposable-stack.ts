// What is to be undone goes onto a stack; leaving the block unwinds it.

function timeoutError(ms: number): Error {
  return Object.defineProperty(new Error(`Nothing within ${ms} ms`), "name", { value: "TimeoutError" });
}

export async function fetchWithTimeout<T>(
  operation: (signal: AbortSignal) => Promise<T>,
  ms = 2000,
): Promise<T> {
  await using stack = new AsyncDisposableStack();
  const controller = new AbortController();
  const late = new Promise<() => never>((resolve) => {
    const timer = setTimeout(() => {
      resolve(() => {
        throw timeoutError(ms);
      });
      controller.abort(timeoutError(ms));
    }, ms);
    stack.defer(() => clearTimeout(timer));
  });
  const outcome = await Promise.race([
    operation(controller.signal).then(
      (value) => () => value,
      (error: unknown) => () => {
        throw error;
      },
    ),
    late,
  ]);
  return outcome();
}
