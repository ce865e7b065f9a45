// Waits by looking at the clock again and again, as fast as it can.
export async function fetchWithTimeout<T>(
  operation: (signal: AbortSignal) => Promise<T>,
  ms = 2000,
): Promise<T> {
  const controller = new AbortController();
  let answer: { value: T } | undefined;
  operation(controller.signal).then((value) => {
    answer = { value };
  });
  const end = Date.now() + ms;
  while (Date.now() < end) {
    if (answer) return answer.value;
  }
  controller.abort();
  const error = new Error("Timed out");
  error.name = "TimeoutError";
  throw error;
}
