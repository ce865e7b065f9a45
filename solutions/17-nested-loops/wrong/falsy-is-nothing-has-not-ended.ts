// fails: again (falsy-is-nothing)
// A run whose result is falsy is taken for one that has none yet.

export function createRunner() {
  let started = false;
  let result: unknown;
  return {
    get running() {
      return started && !result;
    },
    async run<T>(main: () => Promise<T>): Promise<T> {
      if (started && !result) throw runtimeError();
      started = true;
      result = undefined;
      try {
        const value = await main();
        result = value;
        return value;
      } catch (error) {
        result = { error };
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
