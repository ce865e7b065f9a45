// The operation gets a signal made of two, and a listener that Node removes by itself watches the deadline.
import { addAbortListener } from "node:events";

export async function fetchWithTimeout<T>(
  operation: (signal: AbortSignal) => Promise<T>,
  ms = 2000,
): Promise<T> {
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(new DOMException("Too late", "TimeoutError")), ms);
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  // Listened to before the operation can: its answer to the abort comes second.
  using _listener = addAbortListener(deadline.signal, () => reject(deadline.signal.reason));
  try {
    const combined = AbortSignal.any([deadline.signal, new AbortController().signal]);
    operation(combined).then(resolve, reject);
    return await promise;
  } finally {
    clearTimeout(timer);
  }
}
