export function createRunner() {
  const runner = {
    running: false,
    run<T>(main: () => Promise<T>): Promise<T> {
      if (runner.running)
        return Promise.reject({ name: "RuntimeError", message: "There is a running event loop already" });
      runner.running = true;
      return Promise.resolve()
        .then(main)
        .finally(() => {
          runner.running = false;
        });
    },
  };
  return runner;
}
