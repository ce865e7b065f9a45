// fails: nested (generic-error)

export function createRunner() {
  let running = false;
  return {
    get running() {
      return running;
    },
    async run<T>(main: () => Promise<T>): Promise<T> {
      if (running) throw Object.assign(new Error("The loop is busy"), { name: "RuntimeError" });
      running = true;
      try {
        return await main();
      } finally {
        running = false;
      }
    },
  };
}
