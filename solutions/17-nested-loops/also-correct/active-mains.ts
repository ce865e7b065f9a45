// All runners share one map of what is under way: each looks for its own entry only.

const active = new Map<object, () => Promise<unknown>>();

export function createRunner() {
  const key = Object.freeze({});
  return {
    get running() {
      return active.has(key);
    },
    async run<T>(main: () => Promise<T>): Promise<T> {
      if (this.running) await Promise.reject(new RunningLoop());
      active.set(key, main);
      const [outcome] = await Promise.allSettled([(async () => main())()]);
      active.delete(key);
      if (outcome.status === "rejected") throw outcome.reason;
      return outcome.value;
    },
  };
}

class RunningLoop extends TypeError {
  override get name() {
    return "RuntimeError";
  }
  override message = "run(): a running event loop\nis there already";
}
