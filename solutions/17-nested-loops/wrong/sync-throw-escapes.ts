// fails: nested (sync-throw-escapes)
// The refusal is thrown, not a rejection.

export function createRunner() {
  let running = false;
  return {
    get running() {
      return running;
    },
    run<T>(main: () => Promise<T>): Promise<T> {
      if (running) throw runtimeError();
      running = true;
      return (async () => {
        try {
          return await main();
        } finally {
          running = false;
        }
      })();
    },
  };
}

function runtimeError(): Error {
  return Object.assign(new Error("run() cannot be called from a running event loop"), {
    name: "RuntimeError",
  });
}
