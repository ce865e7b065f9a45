// fails: nested (swallowed-error)

export function createRunner() {
  let running = false;
  return {
    get running() {
      return running;
    },
    async run<T>(main: () => Promise<T>): Promise<T> {
      if (running) return runtimeError() as T;
      running = true;
      try {
        return await main();
      } finally {
        running = false;
      }
    },
  };
}

function runtimeError(): unknown {
  return Object.assign(new Error("run() cannot be called from a running event loop"), {
    name: "RuntimeError",
  });
}
