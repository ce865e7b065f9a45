// node:timers/promises: scenarios run on Node's own, in real time, and on ours; both must tell the same story.
import { describe, expect, it } from "vitest";
import { describeAsOnNode, outcome, type Scenario } from "./fixtures/compare.ts";
import { makeRig } from "./fixtures/rig.ts";

const reason = new Error("my reason");
const invalid = [null, 5, "x", {}, [], () => {}, true];

const scenarios: Record<string, Scenario> = {
  "resolves to the value": async ({ timers, note }) => {
    note(await timers.setTimeout(1, "value"), await timers.setTimeout(1), await timers.setTimeout());
    note(await timers.setImmediate("soon"), await timers.setImmediate());
    note(await timers.scheduler.wait(1), await timers.scheduler.yield());
  },
  "refuses wrong delays, as a rejection": async ({ timers, note }) => {
    for (const delay of ["5", null, {}, 5n]) note(await outcome(() => timers.setTimeout(delay)));
    for (const delay of ["5", null]) note(await outcome(() => timers.scheduler.wait(delay)));
    for (const delay of ["5", null]) note(await outcome(() => timers.setInterval(delay).next()));
  },
  "refuses wrong options, as a rejection": async ({ timers, note }) => {
    for (const options of [null, 5, "x", [], () => {}]) {
      note(await outcome(() => timers.setTimeout(1, 1, options)));
      note(await outcome(() => timers.setImmediate(1, options)));
      note(await outcome(() => timers.setInterval(1, 1, options).next()));
    }
  },
  "refuses wrong signals and refs": async ({ timers, note }) => {
    for (const signal of invalid) note(await outcome(() => timers.setTimeout(1, 1, { signal })));
    for (const ref of [null, 1, "x", {}]) note(await outcome(() => timers.setImmediate(1, { ref })));
    note(await outcome(() => timers.setTimeout(1, "fine", { ref: true, signal: undefined })));
  },
  "rejects with an AbortError whose cause is the reason": async ({ globals, timers, note }) => {
    for (const start of starters(timers)) {
      const controller = new globals.AbortController();
      const waiting = outcome(() => start({ signal: controller.signal }));
      controller.abort(reason);
      note(...(await waiting));
    }
  },
  "has the default reason as its cause": async ({ globals, timers, note }) => {
    const controller = new globals.AbortController();
    const waiting = outcome(() => timers.setTimeout(1000, "value", { signal: controller.signal }));
    controller.abort();
    const [state, error] = (await waiting) as [string, Error];
    note(state, error, error.cause === controller.signal.reason, Object.keys(error));
  },
  "rejects at once when the signal has aborted already": async ({ globals, timers, note }) => {
    for (const start of starters(timers))
      note(...(await outcome(() => start({ signal: globals.AbortSignal.abort(reason) }))));
  },
  "takes falsy reasons as they are": async ({ globals, timers, note }) => {
    for (const falsy of [0, "", null, false]) {
      note(...(await outcome(() => timers.setTimeout(1, 1, { signal: globals.AbortSignal.abort(falsy) }))));
    }
  },
  "listens while it waits, and no longer": async ({ globals, timers, events, note }) => {
    const { signal } = new globals.AbortController();
    const count = () => events.getEventListeners(signal, "abort").length;
    const waits = [timers.setTimeout(1, 0, { signal }), timers.setImmediate(0, { signal })];
    note("waiting", count());
    await Promise.all(waits);
    note("after", count());
    const interval = timers.setInterval(1, 0, { signal });
    note("not yet asked", count());
    await interval.next();
    note("asked", count());
    await interval.return();
    note("returned", count());
  },
  "forgets its listener after an abort": async ({ globals, timers, events, note }) => {
    const controller = new globals.AbortController();
    const waiting = outcome(() => timers.setTimeout(1000, 0, { signal: controller.signal }));
    controller.abort(reason);
    note(...(await waiting), events.getEventListeners(controller.signal, "abort").length);
  },
  "ignores an abort that comes after the end": async ({ globals, timers, note }) => {
    const controller = new globals.AbortController();
    const waiting = timers.setTimeout(1, "value", { signal: controller.signal });
    note(await waiting);
    controller.abort(reason);
    note(await waiting);
  },
  "hears the abort though another listener stops it": async ({ globals, timers, note }) => {
    const controller = new globals.AbortController();
    controller.signal.addEventListener("abort", (event: Event) => event.stopImmediatePropagation());
    const waiting = outcome(() => timers.setTimeout(1000, 0, { signal: controller.signal }));
    controller.abort(reason);
    note(...(await waiting));
  },
  "makes an interval that yields its value until it is left": async ({ timers, note }) => {
    let turns = 0;
    for await (const value of timers.setInterval(2, "tick")) {
      note(value);
      if (++turns === 3) break;
    }
    note("left");
  },
  "keeps an interval's ticks for a slow consumer": async ({ timers, note }) => {
    const interval = timers.setInterval(5, "tick");
    note(await interval.next());
    await timers.setTimeout(10);
    note(await Promise.race([interval.next(), timers.setImmediate("nothing was kept")]));
    note(await interval.return("end"), await interval.next());
  },
  "throws into an interval's loop at the abort": async ({ globals, timers, note }) => {
    const controller = new globals.AbortController();
    let ticks = 0;
    const loop = async () => {
      for await (const value of timers.setInterval(10, "tick", { signal: controller.signal })) {
        note(value);
        if (++ticks === 2) globals.setTimeout(() => controller.abort(reason), 1);
      }
    };
    note(...(await outcome(loop)));
  },
  "hands out the kept ticks before the abort throws": async ({ globals, timers, note }) => {
    const controller = new globals.AbortController();
    const interval = timers.setInterval(10, "tick", { signal: controller.signal });
    note(await interval.next());
    await timers.setTimeout(15);
    controller.abort(reason);
    note(await interval.next());
    note(...(await outcome(() => interval.next())), await interval.next());
  },
  "starts an interval only when it is first asked": async ({ globals, timers, note }) => {
    const interval = timers.setInterval("wrong");
    note(typeof interval.next, typeof interval[Symbol.asyncIterator]);
    note(...(await outcome(() => interval.next())), globals.AbortSignal.abort().aborted);
  },
  "needs the scheduler's own `this`": async ({ timers, note }) => {
    const { wait, yield: pause } = timers.scheduler;
    for (const act of [() => wait(1), () => pause()]) {
      const [state, error] = await outcome(act);
      note(state, error instanceof TypeError);
    }
  },
  "aborts the scheduler's wait": async ({ globals, timers, note }) => {
    note(
      ...(await outcome(() => timers.scheduler.wait(1000, { signal: globals.AbortSignal.abort(reason) }))),
    );
    note(...(await outcome(() => timers.scheduler.wait(1000, { signal: globals.AbortSignal.timeout(5) }))));
    note(...(await outcome(() => timers.scheduler.wait(1, null))));
  },
};

function starters(timers: any): ((options: object) => unknown)[] {
  return [
    (options) => timers.setTimeout(1000, "value", options),
    (options) => timers.setImmediate("value", options),
    (options) => timers.setInterval(1000, "value", options).next(),
    (options) => timers.scheduler.wait(1000, options),
  ];
}

describeAsOnNode("node:timers/promises", scenarios);

describe("node:timers/promises", () => {
  it("keeps virtual time, and makes no timer when the signal has aborted already", async () => {
    const { modules, globals, platform, note, drive } = makeRig();
    const timers = modules["node:timers/promises"];
    const signal = globals.AbortSignal.abort();
    const ignore = () => {};
    timers.setTimeout(50, 0, { signal }).catch(ignore);
    timers.setInterval(50, 0, { signal }).next().catch(ignore);
    timers.scheduler.wait(50, { signal }).catch(ignore);
    expect(platform.timersMade).toEqual([]);
    timers.setTimeout(30).then(() => note("timeout"));
    timers.setImmediate().then(() => note("immediate"));
    timers.scheduler.wait(20).then(() => note("wait"));
    timers.scheduler.yield().then(() => note("yield"));
    expect(await drive()).toEqual(["immediate@0", "yield@0", "wait@20", "timeout@30"]);
  });

  it("leaves no timer after an abort", async () => {
    const { modules, globals, platform, note, drive } = makeRig();
    const controller = new globals.AbortController();
    const { signal } = controller;
    for (const start of starters(modules["node:timers/promises"])) {
      Promise.resolve(start({ signal })).catch((error) => note(error.name));
    }
    controller.abort();
    expect(await drive()).toEqual(Array(4).fill("AbortError@0"));
    expect([platform.studentTimers(), platform.abort.listenerCount(signal)]).toEqual([[], 0]);
  });
});
