// fails: nested (nested-allowed); also: meanwhile, running
// No flag at all.

export const createRunner = () => ({
  running: false,
  run: async <T>(main: () => Promise<T>): Promise<T> => await main(),
});
