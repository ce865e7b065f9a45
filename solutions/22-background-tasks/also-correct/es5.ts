// As one wrote it before classes: a constructor function, a prototype, and callbacks.

interface Background {
  spawn(task: () => Promise<void> | void): void;
  readonly pending: number;
  drain(): Promise<void>;
}

export const BackgroundTasks = function (this: any, onError: (error: unknown) => void) {
  this.onError = onError;
  this.pending = 0;
  this.callbacks = [];
} as unknown as new (
  onError: (error: unknown) => void,
) => Background;

BackgroundTasks.prototype.spawn = function (task: () => Promise<void> | void) {
  const self = this;
  let promise: Promise<void> | void;
  self.pending += 1;
  function end() {
    self.pending -= 1;
    if (self.pending > 0) return;
    const callbacks = self.callbacks;
    self.callbacks = [];
    for (const callback of callbacks) callback();
  }
  function fail(error: unknown) {
    self.onError(error);
    end();
  }
  try {
    promise = task();
  } catch (error) {
    fail(error);
    return;
  }
  if (promise && typeof promise.then === "function") promise.then(end, fail);
  else end();
};

BackgroundTasks.prototype.drain = function () {
  return new Promise<void>((resolve) => {
    if (this.pending === 0) resolve();
    else this.callbacks.push(resolve);
  });
};
