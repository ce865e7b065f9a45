// fails: nested (late-rejection)
// It tells only when the run under way has ended.

export function createRunner() {
  let current: Promise<void> | undefined;
  return {
    get running() {
      return current !== undefined;
    },
    async run<T>(main: () => Promise<T>): Promise<T> {
      if (current) {
        await current;
        throw runtimeError();
      }
      const { promise, resolve } = Promise.withResolvers<void>();
      current = promise;
      try {
        return await main();
      } finally {
        current = undefined;
        resolve();
      }
    },
  };
}

function runtimeError(): Error {
  return Object.assign(new Error("run() cannot be called from a running event loop"), {
    name: "RuntimeError",
  });
}
