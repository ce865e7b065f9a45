// fails: failure (lost-rejection); also: meanwhile, again

export function createRunner() {
  let running = false;
  return {
    get running() {
      return running;
    },
    run<T>(main: () => Promise<T>): Promise<T> {
      if (running) return Promise.reject(runtimeError());
      running = true;
      return new Promise<T>((resolve) => {
        const free = () => {
          running = false;
        };
        (async () => await main())().then((value) => {
          free();
          resolve(value);
        }, free);
      });
    },
  };
}

function runtimeError(): Error {
  return Object.assign(new Error("run() cannot be called from a running event loop"), {
    name: "RuntimeError",
  });
}
