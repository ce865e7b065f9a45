// fails: apart (shared-state)
// A static field: one for all.

class Runner {
  static current: unknown;

  get running() {
    return Runner.current !== undefined;
  }

  async run<T>(main: () => Promise<T>): Promise<T> {
    if (Runner.current) throw runtimeError();
    Runner.current = main;
    try {
      return await main();
    } finally {
      Runner.current = undefined;
    }
  }
}

export const createRunner = () => new Runner();

function runtimeError(): Error {
  return Object.assign(new Error("run() cannot be called from a running event loop"), {
    name: "RuntimeError",
  });
}
