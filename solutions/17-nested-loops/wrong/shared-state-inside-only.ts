// fails: apart (shared-state)
// In the main of one runner no other may run either.

import { AsyncLocalStorage } from "node:async_hooks";

const inside = new AsyncLocalStorage<boolean>();

export function createRunner() {
  let running = false;
  return {
    get running() {
      return running;
    },
    async run<T>(main: () => Promise<T>): Promise<T> {
      if (running || inside.getStore()) throw runtimeError();
      running = true;
      try {
        return await inside.run(true, main);
      } finally {
        running = false;
      }
    },
  };
}

function runtimeError(): Error {
  return Object.assign(new Error("run() cannot be called from a running event loop"), {
    name: "RuntimeError",
  });
}
