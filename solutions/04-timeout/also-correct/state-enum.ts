// A small state machine: the first event decides, and whatever comes after it finds the case closed.

enum State {
  Waiting,
  Closed,
}

namespace Limits {
  export const standard = 2000;
}

class TimeLimit<T> {
  private state = State.Waiting;
  private readonly controller = new AbortController();
  private timer?: NodeJS.Timeout;

  constructor(
    private readonly operation: (signal: AbortSignal) => Promise<T>,
    private readonly ms: number,
  ) {}

  run(): Promise<T> {
    return new Promise((resolve, reject) => {
      const close = (act: () => void) => {
        if (this.state === State.Closed) return;
        this.state = State.Closed;
        clearTimeout(this.timer);
        act();
      };
      this.timer = setTimeout(() => {
        close(() => reject(Object.assign(new Error("Time is up"), { name: "TimeoutError" })));
        this.controller.abort();
      }, this.ms);
      const failed = (error: unknown) => close(() => reject(error));
      try {
        this.operation(this.controller.signal).then((value) => close(() => resolve(value)), failed);
      } catch (error) {
        failed(error);
      }
    });
  }
}

export function fetchWithTimeout<T>(
  operation: (signal: AbortSignal) => Promise<T>,
  ms: number = Limits.standard,
): Promise<T> {
  return new TimeLimit(operation, ms).run();
}
