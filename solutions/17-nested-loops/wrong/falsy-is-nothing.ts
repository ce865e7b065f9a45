// fails: failure (falsy-is-nothing)

export function createRunner() {
  let running = false;
  return {
    get running() {
      return running;
    },
    async run<T>(main: () => Promise<T>): Promise<T> {
      if (running) throw runtimeError();
      running = true;
      let failure: unknown;
      let value: T | undefined;
      try {
        value = await main();
      } catch (error) {
        failure = error;
      }
      running = false;
      if (failure) throw failure;
      return value as T;
    },
  };
}

function runtimeError(): Error {
  return Object.assign(new Error("run() cannot be called from a running event loop"), {
    name: "RuntimeError",
  });
}
