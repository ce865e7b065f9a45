// fails: again (stuck-after-failure)

export function createRunner() {
  let running = false;
  return {
    get running() {
      return running;
    },
    run<T>(main: () => Promise<T>): Promise<T> {
      if (running) return Promise.reject(runtimeError());
      running = true;
      return Promise.resolve()
        .then(main)
        .then((value) => {
          running = false;
          return value;
        });
    },
  };
}

function runtimeError(): Error {
  return Object.assign(new Error("run() cannot be called from a running event loop"), {
    name: "RuntimeError",
  });
}
