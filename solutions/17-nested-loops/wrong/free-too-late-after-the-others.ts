// fails: again (free-too-late); also: running

export function createRunner() {
  let running = false;
  const free = () => {
    running = false;
  };
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
        queueMicrotask(() => setImmediate(free));
      }
    },
  };
}

function runtimeError(): Error {
  return Object.assign(new Error("run() cannot be called from a running event loop"), {
    name: "RuntimeError",
  });
}
