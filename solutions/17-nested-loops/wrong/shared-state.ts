// fails: apart (shared-state)

let running = false;

export function createRunner() {
  return {
    get running() {
      return running;
    },
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
