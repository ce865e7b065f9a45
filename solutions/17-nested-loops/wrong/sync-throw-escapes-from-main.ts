// fails: failure (sync-throw-escapes)

export function createRunner() {
  let running = false;
  return {
    get running() {
      return running;
    },
    run<T>(main: () => Promise<T>): Promise<T> {
      if (running) return Promise.reject(runtimeError());
      running = true;
      try {
        return main().finally(() => {
          running = false;
        });
      } catch (error) {
        running = false;
        throw error;
      }
    },
  };
}

function runtimeError(): Error {
  return Object.assign(new Error("run() cannot be called from a running event loop"), {
    name: "RuntimeError",
  });
}
