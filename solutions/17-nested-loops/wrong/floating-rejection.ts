// fails: failure (floating-rejection); also: meanwhile, again, apart
// The promise that `finally` makes rejects, too.

export function createRunner() {
  let running = false;
  return {
    get running() {
      return running;
    },
    run<T>(main: () => Promise<T>): Promise<T> {
      if (running) return Promise.reject(runtimeError());
      running = true;
      const result = (async () => await main())();
      result.finally(() => {
        running = false;
      });
      return result;
    },
  };
}

function runtimeError(): Error {
  return Object.assign(new Error("run() cannot be called from a running event loop"), {
    name: "RuntimeError",
  });
}
