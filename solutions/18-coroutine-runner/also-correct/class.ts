// A task as an event loop has it: an object that is resumed, again and again, through the platform's queue.
import { setImmediate } from "node:timers";

class Task<R> {
  readonly outcome = Promise.withResolvers<R>();
  private readonly coroutine: Generator<unknown, R, any>;

  constructor(coroutine: Generator<unknown, R, any>) {
    this.coroutine = coroutine;
  }

  resume(how: "next" | "throw", value?: unknown): void {
    try {
      const step = this.coroutine[how](value);
      if (step.done) this.outcome.resolve(step.value);
      else this.wait(step.value);
    } catch (error) {
      this.outcome.reject(error);
    }
  }

  private wait(thing: unknown): void {
    if (thing instanceof Promise)
      thing.then(
        (value) => this.resume("next", value),
        (error) => this.resume("throw", error),
      );
    else setImmediate(() => this.resume("next", thing));
  }
}

export async function runCoroutine<R>(body: () => Generator<unknown, R, any>): Promise<R> {
  const task = new Task(body());
  task.resume("next");
  return task.outcome.promise;
}
