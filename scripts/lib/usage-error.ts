// The one error class for "you asked for something that cannot be done": its message is all that a person reads.

/** The message says the fault and the remedy in one or two lines. A command prints it alone and exits with 1. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
