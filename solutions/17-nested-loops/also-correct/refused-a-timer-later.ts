// Refuses a millisecond later; what became of main is noted, the runner freed, and then it is thrown or returned.

export interface Runner {
  run<T>(main: () => Promise<T>): Promise<T>;
  readonly running: boolean;
}
export function createRunner(): Runner {
  const runs = new Set<symbol>();
  const runner = {
    async run(main: () => Promise<any>) {
      const me = Symbol("run");
      if (runs.size > 0) {
        await new Promise((resolve) => setTimeout(resolve, 0)); // a millisecond at most
        throw Object.assign(new Error("run() cannot be called from a running event loop"), {
          name: "RuntimeError",
        });
      }
      runs.add(me);
      let outcome: { value: unknown } | { reason: unknown };
      try {
        outcome = { value: await main() };
      } catch (reason) {
        outcome = { reason };
      }
      runs.delete(me);
      if ("reason" in outcome) throw outcome.reason;
      return outcome.value;
    },
  };
  return Object.defineProperty(runner, "running", { get: () => runs.size !== 0 }) as any;
}
