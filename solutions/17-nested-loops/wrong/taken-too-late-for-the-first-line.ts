// fails: nested (taken-too-late); also: meanwhile, running
// It calls main before it looks whether another run is under way.

export function createRunner() {
  let running = false;
  return {
    get running() {
      return running;
    },
    async run<T>(main: () => Promise<T>): Promise<T> {
      const result = (async () => main())();
      if (running) throw runtimeError();
      running = true;
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
