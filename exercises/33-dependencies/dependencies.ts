// Exercise 33: dependencies with `yield`, set up for a handler and torn down after it.

export interface Dependency {
  name: string;
  /** The names of those that must be set up before. */
  needs?: string[];
  /** Gives the value, or a generator that yields it and stands there until the tear-down. */
  provide(
    values: Record<string, unknown>,
  ): AsyncGenerator<unknown, void> | Generator<unknown, void> | Promise<unknown> | unknown;
}

/** Sets up the dependencies, calls the handler with their values, tears down in reverse, and settles as the handler did. */
export function solve<R>(
  dependencies: Dependency[],
  handler: (values: Record<string, unknown>) => Promise<R>,
): Promise<R> {
  // TODO: put them in order, and remember which generators stand open.
  throw new Error("Not implemented yet");
}
