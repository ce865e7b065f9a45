// node:async_hooks: the context follows promises and timers on the virtual clock, as it does on Node.
import { describe, expect, it } from "vitest";
import { describeAsOnNode, outcome, type Scenario } from "./fixtures/compare.ts";
import { makeRig } from "./fixtures/rig.ts";

const scenarios: Record<string, Scenario> = {
  "follows promises, timers and microtasks": async ({ hooks, globals, timers, note }) => {
    const storage = new hooks.AsyncLocalStorage();
    const visit = async (name: string) => {
      await null;
      note(name, storage.getStore());
      await timers.setTimeout(5);
      note(name, storage.getStore());
      await new Promise<void>((resolve) =>
        globals.setTimeout(() => resolve(note(name, storage.getStore())), 5),
      );
      await new Promise<void>((resolve) =>
        globals.setImmediate(() => resolve(note(name, storage.getStore()))),
      );
      await new Promise<void>((resolve) =>
        globals.queueMicrotask(() => resolve(note(name, storage.getStore()))),
      );
      await new Promise<void>((resolve) =>
        globals.process.nextTick(() => resolve(note(name, storage.getStore()))),
      );
      await timers.scheduler.yield();
      note(name, storage.getStore());
    };
    await storage.run("one", visit, "in one");
    await storage.run({ id: 2 }, () => visit("in two"));
    note("outside", storage.getStore());
  },
  "keeps concurrent contexts apart": async ({ hooks, timers, note }) => {
    const storage = new hooks.AsyncLocalStorage();
    const request = async (id: number) => {
      await timers.setTimeout(id * 15);
      note(id, storage.getStore());
    };
    await Promise.all([3, 1, 2].map((id) => storage.run(`request ${id}`, () => request(id))));
  },
  "is the timer's maker's, not its clearer's or the loop's": async ({ hooks, globals, note }) => {
    const storage = new hooks.AsyncLocalStorage();
    await new Promise<void>((resolve) => {
      let ticks = 0;
      const interval = storage.run("maker", () =>
        globals.setInterval(() => {
          note(storage.getStore());
          if (++ticks < 2) return;
          globals.clearInterval(interval);
          resolve();
        }, 2),
      );
    });
    note(storage.getStore());
  },
  "is the refresher's for a timer that fired": async ({ hooks, globals, timers, note }) => {
    const storage = new hooks.AsyncLocalStorage();
    const make = () => globals.setTimeout(() => note(storage.getStore()), 1);
    const [fired, pending] = [storage.run("maker", make), storage.run("maker of another", make)];
    storage.run("refreshes too early", () => pending.refresh());
    await timers.setTimeout(5);
    storage.run("refresher", () => fired.refresh());
    await timers.setTimeout(5);
  },
  "enters, leaves and disables": async ({ hooks, timers, note }) => {
    const { AsyncLocalStorage } = hooks;
    const storage = new AsyncLocalStorage();
    await storage.run("outer", async () => {
      note(storage.exit((...args: unknown[]) => [storage.getStore(), ...args], 1, 2));
      storage.enterWith("entered");
      await timers.setTimeout(1);
      note(storage.getStore());
      note(storage.run("inner", (a: number, b: number) => [storage.getStore(), a + b], 1, 2));
      storage.disable();
      note(storage.getStore());
    });
    const named = new AsyncLocalStorage({ name: "mine", defaultValue: 5 });
    note(named.name, named.getStore(), storage.name, new AsyncLocalStorage({}).getStore());
    note((await outcome(() => new AsyncLocalStorage(5)))[1]);
  },
  "takes snapshots, and binds": async ({ hooks, note }) => {
    const { AsyncLocalStorage } = hooks;
    const storage = new AsyncLocalStorage();
    const snapshot = storage.run("then", () => AsyncLocalStorage.snapshot());
    const bound = storage.run("bound", () =>
      AsyncLocalStorage.bind((a: number, _b: number) => [storage.getStore(), a]),
    );
    note(storage.run("now", () => snapshot((value: number) => [storage.getStore(), value], 7)));
    note(bound(5), bound.length);
    note(...(await outcome(() => AsyncLocalStorage.bind("no function"))));
  },
  "has resources that remember their context": async ({ hooks, note }) => {
    const { AsyncLocalStorage, AsyncResource } = hooks;
    const storage = new AsyncLocalStorage();
    class Job extends AsyncResource {
      constructor() {
        super("Job");
      }
      run(...args: unknown[]) {
        return this.runInAsyncScope((...given: unknown[]) => [storage.getStore(), ...given], null, ...args);
      }
    }
    const job = storage.run("made", () => new Job());
    note(job.run(1, 2), typeof job.asyncId(), typeof job.triggerAsyncId(), job.emitDestroy() === job);
    function self(this: unknown, ...args: unknown[]) {
      return [this === job, this === undefined, storage.getStore(), ...args];
    }
    note(job.bind(self, job)(1), job.bind(self).call(job, 2), AsyncResource.bind(self, "type", job)(3));
    note(...(await outcome(() => new AsyncResource(5))), ...(await outcome(() => job.bind(5))));
    note(
      await outcome(() => storage.run("x", () => Promise.reject(new Error("through")))),
      storage.getStore(),
    );
  },
};

describeAsOnNode("node:async_hooks", scenarios);

describe("node:async_hooks", () => {
  it("counts its ids anew in each run", () => {
    const ids = () => {
      const { AsyncResource } = makeRig().modules["node:async_hooks"];
      return [new AsyncResource("a").asyncId(), new AsyncResource("b").asyncId()];
    };
    expect([ids(), ids()]).toEqual([
      [2, 3],
      [2, 3],
    ]);
  });
});
