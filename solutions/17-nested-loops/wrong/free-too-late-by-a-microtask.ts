// fails: again (free-too-late); also: running
// Whoever awaits the run is there one microtask sooner.

export function createRunner() {
  let running = false;
  return {
    get running() {
      return running;
    },
    run<T>(main: () => Promise<T>): Promise<T> {
      if (running) return Promise.reject(runtimeError());
      running = true;
      const result = (async () => await main())();
      const free = () => {
        running = false;
      };
      result.then(() => {}).then(free, free);
      return result;
    },
  };
}

function runtimeError(): Error {
  return Object.assign(new Error("run() cannot be called from a running event loop"), {
    name: "RuntimeError",
  });
}
