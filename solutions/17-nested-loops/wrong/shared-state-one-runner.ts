// fails: apart (shared-state)

const runner = {
  running: false,
  async run<T>(main: () => Promise<T>): Promise<T> {
    if (runner.running) throw runtimeError();
    runner.running = true;
    try {
      return await main();
    } finally {
      runner.running = false;
    }
  },
};

export const createRunner = () => runner;

function runtimeError(): Error {
  return Object.assign(new Error("run() cannot be called from a running event loop"), {
    name: "RuntimeError",
  });
}
