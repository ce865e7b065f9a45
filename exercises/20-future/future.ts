// Exercise 20: a promise of your own.

/** A result that somebody will set later, by `resolve` or `reject`; whoever awaits it, or calls `then`, gets it. */
export class Future<T> implements PromiseLike<T> {
  /** Whether there is a result yet, and of which sort. */
  readonly state: "pending" | "fulfilled" | "rejected" = "pending";

  /** Decides what this comes to: a value, or what a thenable comes to. Does nothing once that has been decided. */
  resolve(value: T | PromiseLike<T>): void {
    throw new Error("Not implemented yet");
  }

  /** Decides that this fails, with whatever is given. Does nothing once that has been decided. */
  reject(reason: unknown): void {
    throw new Error("Not implemented yet");
  }

  /** Has one of the callbacks called when there is a result; returns a future of what that callback returns. */
  then<A = T, B = never>(
    onFulfilled?: ((value: T) => A | PromiseLike<A>) | null,
    onRejected?: ((reason: any) => B | PromiseLike<B>) | null,
  ): Future<A | B> {
    // TODO: make a new future, and settle it when the callback has been called, in a microtask, with this one's result.
    throw new Error("Not implemented yet");
  }
}
