// fails: nested (nested-allowed); also: meanwhile, again

export function createRunner() {
  let depth = 0;
  return {
    get running() {
      return depth > 0;
    },
    async run<T>(main: () => Promise<T>): Promise<T> {
      depth += 1;
      try {
        return await main();
      } finally {
        depth -= 1;
      }
    },
  };
}
