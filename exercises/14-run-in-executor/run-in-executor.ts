// Exercise 14: an executor that has heavy tasks done by workers, so that the event loop stays free.

export type Worker = {
  /** Runs `task` elsewhere, one at a time: asked while busy, it rejects with `worker is busy`. */
  run<T>(task: () => T): Promise<T>;
};

/** Has tasks run by workers, first come first served, until it is shut down. */
export class Executor {
  constructor(workers: Worker[]) {
    // TODO: keep the workers, and a queue of tasks that wait for one.
  }

  /** Settles as the task does; rejects with an ExecutorShutdownError after a shutdown. */
  submit<T>(task: () => T): Promise<T> {
    throw new Error("Not implemented yet");
  }

  /** Takes no more tasks from now on, and resolves when the last has ended. */
  shutdown(): Promise<void> {
    throw new Error("Not implemented yet");
  }
}
