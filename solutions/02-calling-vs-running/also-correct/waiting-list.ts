// By hand: a list of those who wait, settled when the body has ended.

type Outcome = { ok: boolean; value: unknown };

export function coroutine<Args extends unknown[], Result>(
  body: (...args: Args) => Result | Promise<Result>,
): (...args: Args) => PromiseLike<Result> {
  return (...args) => {
    let waiting: ((outcome: Outcome) => void)[] | undefined;
    let outcome: Outcome | undefined;
    const settle = (ok: boolean) => (value: unknown) => {
      outcome = { ok, value };
      for (const tell of waiting!.splice(0)) tell(outcome);
    };
    const start = () => {
      waiting = [];
      try {
        const made = body(...args);
        if (made instanceof Promise) made.then(settle(true), settle(false));
        else settle(true)(made);
      } catch (error) {
        settle(false)(error);
      }
    };
    return {
      // biome-ignore lint/suspicious/noThenProperty: being awaited is what a cold object is for.
      then(onFulfilled, onRejected) {
        if (!waiting) start();
        return new Promise((resolve, reject) => {
          const tell = ({ ok, value }: Outcome) => {
            const callback = (ok ? onFulfilled : onRejected) as ((value: unknown) => any) | null | undefined;
            const pass = ok ? resolve : reject;
            if (typeof callback !== "function") return pass(value as any);
            queueMicrotask(() => {
              try {
                resolve(callback(value));
              } catch (error) {
                reject(error);
              }
            });
          };
          if (outcome) tell(outcome);
          else waiting!.push(tell);
        });
      },
    };
  };
}
