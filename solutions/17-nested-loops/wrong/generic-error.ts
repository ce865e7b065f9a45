// fails: nested (generic-error)

export function createRunner() {
  let running = false;
  return {
    get running() {
      return running;
    },
    async run<T>(main: () => Promise<T>): Promise<T> {
      if (running) throw new Error("asyncio.run() cannot be called from a running event loop");
      running = true;
      try {
        return await main();
      } finally {
        running = false;
      }
    },
  };
}
