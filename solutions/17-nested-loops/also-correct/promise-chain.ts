// Chains: the flag is cleared in the callback that hands the outcome on, and so before anybody hears of it.

export function createRunner() {
  let busy = false;

  function run<T>(main: () => Promise<T>): Promise<T> {
    if (busy) {
      const error = new Error("This is called from a running event loop.");
      error.name = "RuntimeError";
      return Promise.reject(error);
    }
    busy = true;
    return new Promise<T>((resolve) => resolve(main())).then(
      (value) => {
        busy = false;
        return value;
      },
      (reason) => {
        busy = false;
        throw reason;
      },
    );
  }

  return Object.defineProperty({ run }, "running", { get: () => busy }) as {
    run: typeof run;
    readonly running: boolean;
  };
}
