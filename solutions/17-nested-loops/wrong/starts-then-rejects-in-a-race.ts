// fails: nested (starts-then-rejects); also: meanwhile

export function createRunner() {
  let running = false;
  return {
    get running() {
      return running;
    },
    async run<T>(main: () => Promise<T>): Promise<T> {
      const refusal = running ? [Promise.reject(runtimeError())] : [];
      const own = !running;
      running = true;
      try {
        return await Promise.race([...refusal, (async () => await main())()]);
      } finally {
        if (own) running = false;
      }
    },
  };
}

function runtimeError(): Error {
  return Object.assign(new Error("run() cannot be called from a running event loop"), {
    name: "RuntimeError",
  });
}
