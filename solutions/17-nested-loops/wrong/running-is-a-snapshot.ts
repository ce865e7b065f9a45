// fails: running (running-is-a-snapshot)

export function createRunner() {
  let running = false;
  async function run<T>(main: () => Promise<T>): Promise<T> {
    if (running) throw runtimeError();
    running = true;
    try {
      return await main();
    } finally {
      running = false;
    }
  }
  return { run, running };
}

function runtimeError(): Error {
  return Object.assign(new Error("run() cannot be called from a running event loop"), {
    name: "RuntimeError",
  });
}
