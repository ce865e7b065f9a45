// fails: nested (starts-then-rejects); also: meanwhile

export function createRunner() {
  let running = false;
  return {
    get running() {
      return running;
    },
    async run<T>(main: () => Promise<T>): Promise<T> {
      const nested = running;
      running = true;
      const result = (async () => await main())();
      if (nested) {
        result.catch(() => {});
        throw runtimeError();
      }
      try {
        return await result;
      } finally {
        running = false;
      }
    },
  };
}

function runtimeError(): Error {
  return Object.assign(new Error("run() cannot be called from a running event loop"), {
    name: "RuntimeError",
  });
}
