// Exercise 24: deadlines that wait for the clean-up, and know whose time was up.

/** Aborts `body` after `ms`, and waits for it: if that ended it, rejects with a TimeoutError, else settles as it does. */
export function failAfter<T>(
  ms: number,
  body: (signal: AbortSignal) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  // TODO: start the clock and the body, and tell your own deadline from everything else that may end the body.
  throw new Error("Not implemented yet");
}

/** The same, for those who go on without: resolves to `{ timedOut: true }`, or to the body's value. */
export function moveOnAfter<T>(
  ms: number,
  body: (signal: AbortSignal) => Promise<T>,
  signal?: AbortSignal,
): Promise<{ timedOut: true } | { timedOut: false; value: T }> {
  throw new Error("Not implemented yet");
}
