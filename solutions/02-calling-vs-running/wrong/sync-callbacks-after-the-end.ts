// fails: once (sync-callbacks)
// What has arrived is handed over in the very call of `then`.
export function coroutine(body: any) {
  return (...args: unknown[]) => {
    let run: Promise<unknown> | undefined;
    let outcome: { value: unknown } | undefined;
    const told = (value: unknown) => {
      outcome = { value };
      return value;
    };
    return {
      then(onFulfilled: any, onRejected: any) {
        if (outcome && onFulfilled) return new Promise((resolve) => resolve(onFulfilled(outcome!.value)));
        run ??= Promise.resolve()
          .then(() => body(...args))
          .then(told);
        return run.then(onFulfilled, onRejected);
      },
    };
  };
}
