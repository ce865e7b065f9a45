// fails: running (running-is-a-snapshot)
// `Object.assign` calls a getter once.

class Base {
  protected busy = false;
  get running() {
    return this.busy;
  }
}

export function createRunner() {
  const base = new Base() as any;
  return Object.assign(
    {
      async run<T>(main: () => Promise<T>): Promise<T> {
        if (base.busy) throw runtimeError();
        base.busy = true;
        try {
          return await main();
        } finally {
          base.busy = false;
        }
      },
    },
    { running: base.running as boolean },
  );
}

function runtimeError(): Error {
  return Object.assign(new Error("run() cannot be called from a running event loop"), {
    name: "RuntimeError",
  });
}
