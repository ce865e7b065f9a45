// fails: meanwhile (nested-allowed)
// Only who is called by main is refused.

import { AsyncLocalStorage } from "node:async_hooks";

export function createRunner() {
  const inside = new AsyncLocalStorage<boolean>();
  let runs = 0;
  return {
    get running() {
      return runs > 0;
    },
    async run<T>(main: () => Promise<T>): Promise<T> {
      if (inside.getStore()) throw runtimeError();
      runs += 1;
      try {
        return await inside.run(true, main);
      } finally {
        runs -= 1;
      }
    },
  };
}

function runtimeError(): Error {
  return Object.assign(new Error("run() cannot be called from a running event loop"), {
    name: "RuntimeError",
  });
}
