// fails: nested (waits-its-turn); also: meanwhile

export function createRunner() {
  let running = false;
  let last: Promise<unknown> = Promise.resolve();
  return {
    get running() {
      return running;
    },
    run<T>(main: () => Promise<T>): Promise<T> {
      const own = last.then(async () => {
        running = true;
        try {
          return await main();
        } finally {
          running = false;
        }
      });
      last = own.catch(() => {});
      running = true;
      return own;
    },
  };
}
