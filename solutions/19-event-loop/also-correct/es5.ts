// Constructors and prototypes, as before there were classes; tasks are plain records in two arrays.

interface AwaitableLike {
  readonly name: string;
  done: boolean;
  result: unknown;
}

export const Awaitable = function (this: AwaitableLike, name: string) {
  (this as any).name = name;
  this.done = false;
  this.result = undefined;
} as unknown as new (
  name: string,
) => AwaitableLike;

export const EventLoop: any = function (this: any, log: (line: string) => void) {
  this._log = log;
  this._ready = [];
  this._waiting = [];
};

EventLoop.prototype.createTask = function (coroutine: Generator<AwaitableLike, unknown, unknown>) {
  const task = { done: false, result: undefined, error: undefined };
  this._ready.push([task, coroutine, undefined]);
  return task;
};

EventLoop.prototype._turn = function (task: any, coroutine: any, answer: unknown) {
  let step: any;
  try {
    step = coroutine.next(answer);
  } catch (error) {
    task.error = error;
    task.done = true;
    return;
  }
  if (step.done) {
    task.result = step.value;
    task.done = true;
  } else this._waiting.push([task, coroutine, step.value]);
};

EventLoop.prototype.run = function () {
  for (;;) {
    while (this._ready.length > 0) this._turn.apply(this, this._ready.shift());
    if (this._waiting.length === 0) return;
    const waiting = this._waiting;
    this._waiting = [];
    for (const [task, coroutine, awaitable] of waiting) {
      if (!awaitable.done) {
        this._log(`I/O finished for ${awaitable.name}`);
        awaitable.done = true;
        awaitable.result = `result of ${awaitable.name}`;
      }
      this._ready.push([task, coroutine, awaitable.result]);
    }
  }
};
