// Exercise 19: an event loop of generators, tasks and awaitables, as the course sketches it.

/** Something that I/O will bring. A coroutine yields it to wait for its result. */
export class Awaitable {
  readonly name: string;
  /** Whether the I/O has finished. */
  done = false;
  result: unknown = undefined;

  constructor(name: string) {
    this.name = name;
  }
}

/** A coroutine that a loop runs, and what has become of it. */
export interface Task<R> {
  readonly done: boolean;
  readonly result?: R;
  readonly error?: unknown;
}

/** Runs tasks by turns: while one waits the others go on. */
export class EventLoop {
  constructor(log: (line: string) => void) {
    // TODO: keep log, the tasks that are ready, and those that wait for I/O.
  }

  /** Puts a new task for this coroutine behind those that are ready; starts nothing. */
  createTask<R>(coroutine: Generator<Awaitable, R, unknown>): Task<R> {
    throw new Error("Not implemented yet");
  }

  /** Runs all tasks until each has ended. */
  run(): void {
    throw new Error("Not implemented yet");
  }
}
