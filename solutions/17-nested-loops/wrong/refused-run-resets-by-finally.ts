// fails: meanwhile (refused-run-resets)

export function createRunner() {
  let running = false;
  const enter = async <T>(main: () => Promise<T>) => {
    if (running) throw runtimeError();
    running = true;
    return await main();
  };
  return {
    get running() {
      return running;
    },
    run<T>(main: () => Promise<T>): Promise<T> {
      return enter(main).finally(() => {
        running = false;
      });
    },
  };
}

function runtimeError(): Error {
  return Object.assign(new Error("run() cannot be called from a running event loop"), {
    name: "RuntimeError",
  });
}
