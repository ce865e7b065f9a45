// The students' timers: Node's behaviour, in virtual time, and the lists of what was made and what is left.
import { describe, expect, it } from "vitest";
import { describeAsOnNode, type Scenario } from "./fixtures/compare.ts";
import { makeRig } from "./fixtures/rig.ts";

describe("timers", () => {
  it("run by due time with their arguments, after microtasks, immediates at their own instant", async () => {
    const { globals, note, drive } = makeRig();
    globals.setTimeout((...args: unknown[]) => note(`timeout ${args}`), 10, 1, 2);
    globals.setTimeout(() => note("no delay"));
    globals.setImmediate((arg: unknown) => note(`immediate ${arg}`), "x");
    globals.queueMicrotask(() => note("microtask"));
    globals.process.nextTick((arg: unknown) => note(`tick ${arg}`), 5);
    note("first");
    expect(await drive()).toEqual([
      "first@0",
      "microtask@0",
      "tick 5@0",
      "immediate x@0",
      "no delay@1",
      "timeout 1,2@10",
    ]);
  });

  it.each([
    [undefined, 1],
    [0, 1],
    [-5, 1],
    [Number.NaN, 1],
    [Number.POSITIVE_INFINITY, 1],
    [2 ** 31, 1],
    [2 ** 31 - 1, 2 ** 31 - 1],
    [1.9, 1],
    [2.5, 2],
    ["20", 20],
    ["soon", 1],
    [null, 1],
    [{ valueOf: (): number => 7 }, 7],
  ])("takes a delay of %s for %d ms, as Node does", (given, ms) => {
    const { globals, platform } = makeRig();
    globals.setTimeout(() => {}, given);
    expect(platform.studentTimers()).toEqual([{ kind: "timeout", ms, madeAt: 0, dueAt: ms }]);
  });

  it("gives callbacks their timer as `this`", async () => {
    const { globals, note, drive } = makeRig();
    const timers: unknown[] = [];
    function callback(this: unknown) {
      note(timers.indexOf(this));
    }
    timers.push(globals.setTimeout(callback, 5), globals.setImmediate(callback));
    expect(await drive()).toEqual(["1@0", "0@5"]);
  });

  it("are cleared by object, number or text, whichever of the two functions is used, and once fired no more", async () => {
    const { globals, note, drive } = makeRig();
    const make = (name: string) => globals.setTimeout(note, 5, name);
    globals.clearTimeout(make("object"));
    globals.clearTimeout(+make("number"));
    globals.clearTimeout(`${+make("text")}`);
    globals.clearInterval(make("other function"));
    globals.clearTimeout(globals.setInterval(note, 5, "interval"));
    globals.clearImmediate(globals.setImmediate(note, "immediate"));
    make("closed").close();
    make("disposed")[Symbol.dispose]();
    globals.setImmediate(note, "disposed immediate")[Symbol.dispose]();
    const kept = make("kept");
    globals.clearImmediate(kept);
    for (const odd of [undefined, null, {}, Number.NaN, "nobody", 1e9, Symbol("x"), []])
      globals.clearTimeout(odd);
    expect(await drive()).toEqual(["kept@5"]);
    globals.clearTimeout(kept);
    expect(await drive()).toEqual(["kept@5"]);
  });

  it("give the same ids in every run", () => {
    const ids = () => {
      const { globals } = makeRig();
      return [+globals.setTimeout(() => {}), +globals.setInterval(() => {})];
    };
    expect([ids(), ids()]).toEqual([
      [1, 2],
      [1, 2],
    ]);
  });

  it("repeat from the moment at which the callback began, which a blocked stretch makes late once", async () => {
    const { globals, clock, note, drive } = makeRig();
    let beats = 0;
    const interval = globals.setInterval(() => {
      note("beat");
      if (++beats === 1) clock.block(25, "work");
      if (beats === 4) globals.clearInterval(interval);
    }, 10);
    expect(await drive()).toEqual(["beat@10", "beat@35", "beat@45", "beat@55"]);
  });

  it("put an interval's next turn after the timers that its callback made", async () => {
    const { globals, note, drive } = makeRig();
    const interval = globals.setInterval(() => {
      note("beat");
      globals.setTimeout(() => {
        note("made inside");
        globals.clearInterval(interval);
      }, 10);
    }, 10);
    expect(await drive()).toEqual(["beat@10", "made inside@20"]);
  });

  it("stay cleared when an interval is cleared in its own callback, by object or by number", async () => {
    const { globals, note, drive } = makeRig();
    function byThis(this: unknown) {
      note("object");
      globals.clearInterval(this);
    }
    globals.setInterval(byThis, 10);
    const id = +globals.setInterval(() => {
      note("number");
      globals.clearInterval(id);
    }, 10);
    expect(await drive()).toEqual(["object@10", "number@10"]);
  });

  it("refresh: a pending one waits anew, one that fired fires again, a cleared one stays cleared", async () => {
    const { globals, note, drive } = makeRig();
    const pending = globals.setTimeout(note, 10, "pending");
    globals.setTimeout(() => pending.refresh(), 6);
    const fired = globals.setTimeout(note, 1, "fired");
    globals.setTimeout(() => fired.refresh(), 20);
    const cleared = globals.setTimeout(note, 1, "cleared");
    cleared.close();
    expect(cleared.refresh()).toBe(cleared);
    expect(await drive()).toEqual(["fired@1", "pending@16", "fired@21"]);
  });

  it("report ref and unref as Node does", async () => {
    const { globals, drive } = makeRig();
    const timeout = globals.setTimeout(() => {});
    const immediate = globals.setImmediate(() => {});
    const states = () => [timeout.hasRef(), immediate.hasRef()];
    const seen = [states()];
    expect([timeout.unref(), immediate.unref()]).toEqual([timeout, immediate]);
    seen.push(states());
    timeout.ref();
    immediate.ref();
    seen.push(states());
    await drive();
    seen.push(states());
    expect(seen).toEqual([
      [true, true],
      [false, false],
      [true, true],
      [true, false],
    ]);
  });

  it("report what a callback throws, and go on", async () => {
    const { globals, note, drive } = makeRig();
    const fail = () => {
      throw new Error("oops");
    };
    globals.setTimeout(fail, 1);
    globals.setImmediate(fail);
    globals.queueMicrotask(fail);
    globals.process.nextTick(fail);
    globals.setTimeout(note, 1, "next");
    const uncaught = "uncaught Error: oops";
    expect(await drive()).toEqual([
      `${uncaught}@0`,
      `${uncaught}@0`,
      `${uncaught}@0`,
      `${uncaught}@1`,
      "next@1",
    ]);
  });

  it("refuse what is no function, in Node's words", () => {
    const { globals, modules } = makeRig();
    const refuse = (act: () => unknown) => {
      try {
        act();
      } catch (error) {
        const { name, message, code } = error as Error & { code: string };
        return `${name} ${code}: ${message}`;
      }
      return "nothing";
    };
    const text = (received: string) =>
      `TypeError ERR_INVALID_ARG_TYPE: The "callback" argument must be of type function. Received ${received}`;
    expect([
      refuse(() => globals.setTimeout("alert()", 5)),
      refuse(() => globals.setInterval()),
      refuse(() => globals.setImmediate(null)),
      refuse(() => globals.queueMicrotask({})),
      refuse(() => globals.process.nextTick(5)),
      refuse(() => new (globals.setTimeout(() => {}).constructor)(() => {}, 5)),
      refuse(() => modules["node:timers"].setTimeout(5n)),
    ]).toEqual([
      text("type string ('alert()')"),
      text("undefined"),
      text("null"),
      text("an instance of Object"),
      text("type number (5)"),
      "TypeError ERR_ILLEGAL_CONSTRUCTOR: Illegal constructor",
      text("type bigint (5n)"),
    ]);
  });

  it("are listed: all that were made, and those that are left", async () => {
    const { globals, modules, platform, clock, drive } = makeRig();
    clock.block(100, "work");
    globals.setTimeout(() => {}, 5);
    globals.setInterval(() => {}, 30);
    globals.setImmediate(() => {});
    globals.AbortSignal.timeout(50);
    modules["node:timers/promises"].setTimeout(20);
    const made = [
      { kind: "timeout", ms: 5, madeAt: 100, dueAt: 105 },
      { kind: "interval", ms: 30, madeAt: 100, dueAt: 130 },
      { kind: "immediate", ms: 0, madeAt: 100, dueAt: 100 },
      { kind: "AbortSignal.timeout", ms: 50, madeAt: 100, dueAt: 150 },
      { kind: "timeout", ms: 20, madeAt: 100, dueAt: 120 },
    ];
    expect([platform.timersMade, platform.studentTimers()]).toEqual([made, made]);
    const id = globals.setTimeout(() => {}, 1000);
    await drive(129);
    globals.clearTimeout(id);
    await drive(165);
    const fired = [[105], [130, 160], [100], [150], [120]];
    expect(platform.timersMade).toEqual([
      ...made.map((timer, index) => ({ ...timer, fired: fired[index] })),
      { kind: "timeout", ms: 1000, madeAt: 100, dueAt: 1100, cleared: 120 },
    ]);
    expect(platform.studentTimers()).toEqual([{ kind: "interval", ms: 30, madeAt: 100, dueAt: 190 }]);
  });

  it("are listed up to 10,000, however many there are", () => {
    const { globals, platform } = makeRig();
    for (let index = 0; index < 10_500; index++) globals.clearTimeout(globals.setTimeout(() => {}));
    expect([platform.timersMade.length, platform.studentTimers()]).toEqual([10_000, []]);
  });
});

const scenarios: Record<string, Scenario> = {
  "a number is forgotten once its timer has fired": async ({ globals, timers, note }) => {
    const timer = globals.setTimeout(() => note("fired"), 1);
    const id = +timer;
    await timers.setTimeout(5);
    globals.clearTimeout(id);
    timer.refresh();
    await timers.setTimeout(5);
    globals.clearTimeout(timer);
    timer.refresh();
    await timers.setTimeout(5);
  },
  "a refresh or a new timer inside its own callback": async ({ globals, timers, note }) => {
    await new Promise<void>((resolve) => {
      let turns = 0;
      const timer = globals.setTimeout(() => {
        note("turn", ++turns);
        if (turns < 3) timer.refresh();
        else resolve();
      }, 1);
    });
    const interval = globals.setInterval(() => {
      note("beat");
      interval.refresh();
      globals.clearInterval(interval);
      interval.refresh();
    }, 5);
    await timers.setTimeout(20);
  },
  "their looks": ({ globals, note }) => {
    const [timeout, immediate] = [globals.setTimeout(() => {}), globals.setImmediate(() => {})];
    note(timeout.constructor.name, immediate.constructor.name, typeof +timeout, Number.isNaN(+immediate));
    note(timeout.close() === timeout, timeout.hasRef(), timeout.unref().hasRef(), timeout.ref().hasRef());
    for (const name of ["setTimeout", "clearTimeout", "setInterval", "setImmediate", "queueMicrotask"]) {
      note(globals[name].name, typeof globals[name]);
    }
    globals.clearImmediate(immediate);
    note(immediate.hasRef());
  },
};

describeAsOnNode("timers", scenarios);
