// fails: failure (swallowed-error)

export function createRunner() {
  let running = false;
  return {
    get running() {
      return running;
    },
    async run<T>(main: () => Promise<T>): Promise<T> {
      if (running) throw runtimeError();
      running = true;
      let value: T | undefined;
      try {
        value = await main();
      } finally {
        running = false;
        return value as T;
      }
    },
  };
}

function runtimeError(): Error {
  return Object.assign(new Error("run() cannot be called from a running event loop"), {
    name: "RuntimeError",
  });
}
