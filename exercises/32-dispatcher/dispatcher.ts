// Exercise 32: `async def` on the loop, `def` on threads, and no more threads than there are.

/** Runs `job` on a thread, at once or soon; the promise settles with what `job` returns or throws. */
export type ToThread = <T>(job: () => T) => Promise<T>;

export interface Dispatcher {
  /** For a handler that awaits: it is called on the event loop, at once. */
  asyncDef<Req, Res>(handler: (request: Req) => Promise<Res>): (request: Req) => Promise<Res>;
  /** For a handler that blocks: it is called on a thread, as soon as one is free. */
  def<Req, Res>(handler: (request: Req) => Res): (request: Req) => Promise<Res>;
}

/** Makes handlers into functions that answer requests, with at most `threads` threads at work for all of them. */
export function createDispatcher(options: { toThread: ToThread; threads?: number }): Dispatcher {
  // TODO: keep how many threads are free, and who waits for one.
  throw new Error("Not implemented yet");
}
