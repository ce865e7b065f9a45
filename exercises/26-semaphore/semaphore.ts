// Exercise 26: so many at once, and no more.

/** Hands out `capacity` places, to whoever asked first. */
export class Semaphore {
  constructor(capacity: number) {
    // TODO: keep how many places are free, and who waits.
  }

  /** Resolves as soon as there is a place, to the function that gives it back. */
  acquire(signal?: AbortSignal): Promise<() => void> {
    throw new Error("Not implemented yet");
  }

  /** Runs the task as soon as there is a place, and settles as the task does. */
  run<T>(task: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    throw new Error("Not implemented yet");
  }

  /** How many places are free. */
  get available(): number {
    throw new Error("Not implemented yet");
  }

  /** How many wait for a place. */
  get waiting(): number {
    throw new Error("Not implemented yet");
  }
}
