// fails: nested (swallowed-error)

export function createRunner() {
  let running = false;
  return {
    get running() {
      return running;
    },
    async run<T>(main: () => Promise<T>): Promise<T> {
      if (running) {
        console.error("cannot be called from a running event loop");
        return undefined as T;
      }
      running = true;
      try {
        return await main();
      } finally {
        running = false;
      }
    },
  };
}
