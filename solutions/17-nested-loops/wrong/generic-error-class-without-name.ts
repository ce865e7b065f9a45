// fails: nested (generic-error)

class RuntimeError extends Error {}

export function createRunner() {
  let running = false;
  return {
    get running() {
      return running;
    },
    async run<T>(main: () => Promise<T>): Promise<T> {
      if (running) throw new RuntimeError("asyncio.run() cannot be called from a running event loop");
      running = true;
      try {
        return await main();
      } finally {
        running = false;
      }
    },
  };
}
