// fails: running (not-called); also: again
// Who looks at `running` gets a function.

export function createRunner() {
  let running = false;
  return {
    running: () => running,
    async run<T>(main: () => Promise<T>): Promise<T> {
      if (running) throw runtimeError();
      running = true;
      try {
        return await main();
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
