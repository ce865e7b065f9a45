// Abort signals: scenarios run on Node's own and on ours, and what the world does with signals.
import { describe, expect, it } from "vitest";
import { describeAsOnNode, outcome, type Scenario } from "./fixtures/compare.ts";
import { makeRig } from "./fixtures/rig.ts";

const reason = new Error("my reason");

const scenarios: Record<string, Scenario> = {
  "calls listeners in order with a trusted event": ({ globals, note }) => {
    const controller = new globals.AbortController();
    const { signal } = controller;
    signal.addEventListener("abort", function (this: unknown, event: Event) {
      note("first", event.type, event.isTrusted, event.target === signal, event.currentTarget === signal);
      note(this === signal, event.eventPhase, event.composedPath().length, event.cancelable, event.bubbles);
    });
    signal.onabort = (event: Event) => note("handler", event instanceof globals.Event, signal.aborted);
    signal.addEventListener("abort", { handleEvent: () => note("object") });
    signal.addEventListener("abort", () => note("last", signal.reason));
    controller.abort(reason);
    controller.abort("again");
    note(signal.reason, signal.aborted);
  },
  "makes a reason unless there is one": ({ globals, note }) => {
    const reasons = [undefined, null, 0, "", false].map((given) => globals.AbortSignal.abort(given).reason);
    note(...reasons);
    const controller = new globals.AbortController();
    controller.abort();
    note(controller.signal.reason, controller.signal.reason instanceof globals.DOMException);
    note(controller.signal.reason instanceof Error, new globals.AbortController().signal.reason);
  },
  "throws the reason if aborted": async ({ globals, note }) => {
    note(new globals.AbortController().signal.throwIfAborted());
    note(...(await outcome(() => globals.AbortSignal.abort(reason).throwIfAborted())));
    note(...(await outcome(() => globals.AbortSignal.abort(0).throwIfAborted())));
  },
  "aborts at a timeout": async ({ globals, note }) => {
    const signal = globals.AbortSignal.timeout(5);
    note(signal.aborted, signal.reason);
    await new Promise((resolve) => signal.addEventListener("abort", resolve));
    note(signal.aborted, signal.reason, signal.reason instanceof globals.DOMException);
  },
  "refuses what is no timeout": async ({ globals, note }) => {
    for (const delay of [undefined, null, "5", {}, Number.NaN, 1.5, -1, 2 ** 32, Number.POSITIVE_INFINITY]) {
      const [state, error] = await outcome(() => globals.AbortSignal.timeout(delay));
      note(state, (error as Error).name, (error as { code: string }).code);
    }
  },
  "follows any of several signals": ({ globals, note }) => {
    const [one, two] = [new globals.AbortController(), new globals.AbortController()];
    const any = globals.AbortSignal.any([one.signal, two.signal, one.signal]);
    const nested = globals.AbortSignal.any(new Set([any]));
    nested.addEventListener("abort", () => note("nested", any.aborted, one.signal.aborted));
    any.addEventListener("abort", () => note("any", nested.aborted, any.reason === nested.reason));
    two.signal.addEventListener("abort", () => note("source", any.aborted, nested.aborted));
    two.abort(reason);
    one.abort("too late");
    note(
      any.reason,
      nested.reason,
      globals.AbortSignal.any([any]).reason,
      globals.AbortSignal.any([]).aborted,
    );
  },
  "takes the first reason of signals that have aborted": ({ globals, note }) => {
    const { abort, any } = { abort: globals.AbortSignal.abort, any: globals.AbortSignal.any };
    const open = new globals.AbortController().signal;
    note(any([open, abort("first"), abort("second")]).reason);
  },
  "refuses lists that are none of signals": async ({ globals, note }) => {
    for (const list of [undefined, null, 5, {}, [{}], [null]]) {
      const [state, error] = await outcome(() => globals.AbortSignal.any(list));
      note(state, (error as Error).name, (error as { code: string }).code);
    }
  },
  "cannot be constructed": async ({ globals, note }) => {
    note(await outcome(() => new globals.AbortSignal()));
    class Mine extends globals.AbortSignal {}
    note(await outcome(() => new Mine()));
    note(String(new globals.AbortController()), String(new globals.AbortController().signal));
  },
  "has one signal per controller, for good": ({ globals, note }) => {
    const controller = new globals.AbortController();
    const { signal } = controller;
    note(controller.signal === signal, signal instanceof globals.EventTarget);
    note(
      globals.AbortController.name,
      globals.AbortSignal.name,
      globals.EventTarget.name,
      globals.Event.name,
    );
  },
  "keeps a handler's value, and takes what is neither object nor function for null": ({ globals, note }) => {
    const controller = new globals.AbortController();
    const { signal } = controller;
    const handler = () => note("handler");
    note(signal.onabort);
    signal.onabort = handler;
    note(signal.onabort === handler);
    signal.onabort = 5;
    note(signal.onabort);
    signal.onabort = () => note("first");
    signal.addEventListener("abort", () => note("listener"));
    signal.onabort = () => note("replaced, in the first one's place");
    controller.abort();
  },
};

describeAsOnNode("signals", scenarios);

describe("signals", () => {
  it("tell the time of an event and of a timeout virtually", async () => {
    const { globals, clock, note, drive } = makeRig();
    clock.block(30, "work");
    note(new globals.Event("x").timeStamp);
    const any = globals.AbortSignal.any([globals.AbortSignal.timeout(20), globals.AbortSignal.timeout(0)]);
    any.addEventListener("abort", (event: Event) => note(`${any.reason.name} ${event.timeStamp}`));
    expect(await drive()).toEqual(["1030@30", "TimeoutError 1031@31"]);
  });
});

describe("the world's view of signals", () => {
  it("runs what waits for an abort before the listeners, source before dependents", () => {
    const { globals, platform, log, note } = makeRig();
    const { whenAborted, makeController } = platform.abort;
    const controller = makeController();
    const any = globals.AbortSignal.any([controller.signal]);
    controller.signal.addEventListener("abort", () => note("listener"));
    any.addEventListener("abort", () => note("dependent's listener"));
    whenAborted(any, () => note(`dependent's algorithm, ${controller.signal.aborted}`));
    whenAborted(controller.signal, () => note(`algorithm, dependent ${any.aborted}`));
    const takeOff = whenAborted(controller.signal, () => note("taken off"));
    takeOff();
    takeOff();
    whenAborted(controller.signal, () => takeOffLater());
    const takeOffLater = whenAborted(controller.signal, () => note("taken off meanwhile"));
    controller.abort();
    whenAborted(controller.signal, () => note("too late"));
    expect(log).toEqual([
      "algorithm, dependent true@0",
      "listener@0",
      "dependent's algorithm, true@0",
      "dependent's listener@0",
    ]);
  });

  it("lets a service answer in its turn among the listeners, and does not count it", () => {
    const { platform, log, note } = makeRig();
    const { listenUncounted, listenerCount, makeController } = platform.abort;
    const controller = makeController();
    const { signal } = controller;
    signal.addEventListener("abort", (event) => {
      note("listened before the call");
      event.stopImmediatePropagation();
    });
    listenUncounted(signal, () => note("service"));
    signal.addEventListener("abort", () => note("listened after the call"));
    note(`${listenerCount(signal)} listeners`);
    controller.abort();
    expect(log).toEqual(["2 listeners@0", "listened before the call@0", "service@0"]);
  });

  it("counts abort listeners, the handler and those of Node's modules, and nothing else", async () => {
    const { globals, modules, platform, drive } = makeRig();
    const { listenerCount, makeController, whenAborted } = platform.abort;
    const controller = makeController();
    const { signal } = controller as any;
    const counts: number[] = [];
    const count = () => void counts.push(listenerCount(signal));
    const listener = () => {};
    count();
    signal.addEventListener("abort", listener);
    signal.addEventListener("abort", listener, { once: true });
    signal.addEventListener("other", listener);
    count();
    signal.onabort = listener;
    count();
    modules["node:timers/promises"].setTimeout(1000, 0, { signal }).catch(listener);
    const disposable = modules["node:events"].addAbortListener(signal, () => {});
    count();
    globals.AbortSignal.any([signal]).addEventListener("abort", listener);
    new globals.EventTarget().addEventListener("x", listener, { signal });
    whenAborted(signal, listener);
    count();
    disposable[Symbol.dispose]();
    signal.onabort = null;
    signal.removeEventListener("abort", listener);
    count();
    controller.abort();
    await drive();
    count();
    expect(counts).toEqual([0, 1, 2, 4, 4, 1, 0]);
  });

  it("tells signals from what looks like them", () => {
    const { globals, platform } = makeRig();
    const { signal } = new globals.AbortController();
    const values = [signal, globals.AbortSignal.any([]), new Proxy(signal, {}), Object.create(signal)];
    const others = [
      new AbortController().signal,
      new globals.EventTarget(),
      { aborted: false },
      null,
      undefined,
      5,
    ];
    expect([...values, ...others].map((value) => platform.abort.isSignal(value))).toEqual([
      true,
      true,
      ...Array(8).fill(false),
    ]);
  });

  it("starts anew with each run", async () => {
    const first = makeRig();
    first.globals.AbortSignal.timeout(10);
    first.globals.console.group();
    first.modules["node:events"].defaultMaxListeners = 99;
    first.modules["node:events"].prototype.on("x", () => first.note("leaked"));
    const second = makeRig();
    second.globals.console.log(second.modules["node:events"].defaultMaxListeners);
    second.note(second.modules["node:events"].prototype.emit("x"));
    second.note(second.platform.timersMade.length);
    expect(await second.drive()).toEqual(["10@0", "false@0", "0@0"]);
    expect(first.log).toEqual([]);
  });
});
