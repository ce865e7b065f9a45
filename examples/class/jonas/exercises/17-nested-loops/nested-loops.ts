export interface Runner {
  run<T>(main: () => Promise<T>): Promise<T>;
  readonly running: boolean;
}

export function createRunner(): Runner {
  let running = false;
  return {
    get running() {
      return running;
    },
    async run(main) {
      if (running) throw runtimeError("run() cannot be called from a running event loop");
      running = true;
      try {
        return await main();
      } finally {
        running = false;
      }
    },
  };
}

function runtimeError(message: string): Error {
  return Object.assign(new Error(message), { name: "RuntimeError" });
}
