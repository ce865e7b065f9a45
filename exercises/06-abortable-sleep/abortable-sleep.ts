// Exercise 06: a sleep that an abort ends early.

/** Resolves to `undefined` after `ms`, or rejects with the signal's reason as soon as the signal aborts. */
export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  // TODO: wait for a timer, listen to the signal meanwhile, and tidy up whichever of the two comes first.
  throw new Error("Not implemented yet");
}
