// fails: nested (nested-allowed); also: meanwhile, again
// Only in main's first turn it is known that it runs.

export function createRunner() {
  let inside = false;
  let running = 0;
  return {
    get running() {
      return running > 0;
    },
    async run<T>(main: () => Promise<T>): Promise<T> {
      if (inside) throw runtimeError();
      running += 1;
      try {
        inside = true;
        const result = main();
        inside = false;
        return await result;
      } finally {
        running -= 1;
        inside = false;
      }
    },
  };
}

function runtimeError(): Error {
  return Object.assign(new Error("run() cannot be called from a running event loop"), {
    name: "RuntimeError",
  });
}
