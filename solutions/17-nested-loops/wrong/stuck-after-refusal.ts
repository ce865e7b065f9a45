// fails: again (stuck-after-refusal)
// A refused run is counted, and never taken off.

export function createRunner() {
  let depth = 0;
  return {
    get running() {
      return depth > 0;
    },
    async run<T>(main: () => Promise<T>): Promise<T> {
      depth++;
      if (depth > 1) throw runtimeError();
      try {
        return await main();
      } finally {
        depth--;
      }
    },
  };
}

function runtimeError(): Error {
  return Object.assign(new Error("run() cannot be called from a running event loop"), {
    name: "RuntimeError",
  });
}
