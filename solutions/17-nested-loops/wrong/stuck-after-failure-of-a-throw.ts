// fails: again (stuck-after-failure)
// A main that throws at once throws before the `try`.

export function createRunner() {
  let running = false;
  return {
    get running() {
      return running;
    },
    async run<T>(main: () => Promise<T>): Promise<T> {
      if (running) throw runtimeError();
      running = true;
      const result = main();
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
