// Events and abort signals: scenarios run on Node's own and on ours, then what the specification has beyond Node.
import { describe, expect, it } from "vitest";
import { onNode, onPlatform, outcome, type Scenario } from "./fixtures/compare.ts";
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
  "adds a listener once, and removes it by type, callback and capture": ({ globals, note }) => {
    const target = new globals.EventTarget();
    const listener = () => note("called");
    target.addEventListener("x", listener);
    target.addEventListener("x", listener, { once: true });
    target.addEventListener("x", listener, { capture: true });
    target.dispatchEvent(new globals.Event("x"));
    target.removeEventListener("x", listener, true);
    note("without capture");
    target.dispatchEvent(new globals.Event("x"));
    target.removeEventListener("y", listener);
    target.removeEventListener("x", listener);
    note("none", target.dispatchEvent(new globals.Event("x")));
  },
  "takes null for no listener": async ({ globals, note }) => {
    const target = new globals.EventTarget();
    note(target.addEventListener("x", null), target.removeEventListener("x", null));
    for (const wrong of [5, "x", true]) note(await outcome(() => target.addEventListener("x", wrong)));
    note(await outcome(() => target.addEventListener("x")));
    note(await outcome(() => target.dispatchEvent({ type: "x" })));
  },
  "drops listeners that ran once, or whose signal aborted": ({ globals, note }) => {
    const target = new globals.EventTarget();
    const controller = new globals.AbortController();
    target.addEventListener("x", () => note("once"), { once: true });
    target.addEventListener("x", () => note("until abort"), { signal: controller.signal });
    target.addEventListener("x", () => note("never"), { signal: globals.AbortSignal.abort() });
    target.dispatchEvent(new globals.Event("x"));
    note("again");
    target.dispatchEvent(new globals.Event("x"));
    controller.abort();
    note("aborted", target.dispatchEvent(new globals.Event("x")));
  },
  "skips listeners that another one removes": ({ globals, note }) => {
    const target = new globals.EventTarget();
    const removed = () => note("removed");
    target.addEventListener("x", () => {
      note("first");
      target.removeEventListener("x", removed);
    });
    target.addEventListener("x", removed);
    target.addEventListener("x", () => note("third"));
    target.dispatchEvent(new globals.Event("x"));
  },
  "stops at once if a listener says so": ({ globals, note }) => {
    const target = new globals.EventTarget();
    target.addEventListener("x", (event: Event) => {
      event.stopPropagation();
      note("first", event.cancelBubble);
    });
    target.addEventListener("x", (event: Event) => {
      note("second");
      event.stopImmediatePropagation();
    });
    target.addEventListener("x", () => note("third"));
    target.dispatchEvent(new globals.Event("x"));
  },
  "is prevented if cancelable, and not by a passive listener": ({ globals, note }) => {
    const target = new globals.EventTarget();
    let passive = true;
    const prevent = (event: Event) => event.preventDefault();
    target.addEventListener("x", prevent, { passive });
    const dispatch = (init?: object) => {
      const event = new globals.Event("x", init);
      note(target.dispatchEvent(event), event.defaultPrevented, event.cancelable, event.isTrusted);
    };
    dispatch({ cancelable: true });
    passive = false;
    target.removeEventListener("x", prevent);
    target.addEventListener("x", prevent, { passive });
    dispatch({ cancelable: true });
    dispatch();
  },
  "makes events": async ({ globals, note }) => {
    const event = new globals.CustomEvent("mine", { detail: 5, bubbles: true });
    note(
      event.type,
      event.detail,
      event.bubbles,
      event instanceof globals.Event,
      event.target,
      event.eventPhase,
    );
    note(
      new globals.CustomEvent("x").detail,
      String(event),
      String(new globals.Event("x")),
      globals.Event.AT_TARGET,
    );
    note(await outcome(() => new globals.Event()), new globals.Event(undefined).type);
    note(await outcome(() => new globals.Event("x", 5)));
    class Mine extends (globals.Event as typeof Event) {
      extra = 1;
    }
    const target = new (class extends globals.EventTarget {})();
    target.addEventListener("x", (given: Mine) => note(given.extra, given.target === target));
    target.dispatchEvent(new Mine("x"));
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
  "makes DOMExceptions": async ({ globals, note }) => {
    const { DOMException } = globals;
    const error = new DOMException("text", "AbortError");
    note(
      error,
      error instanceof Error,
      error.code,
      DOMException.ABORT_ERR,
      error.ABORT_ERR,
      Object.keys(error),
    );
    note(new DOMException(), new DOMException("x", { name: "TimeoutError", cause: 5 }), String(error));
    note(new DOMException("x", "ValidationError").code, DOMException.VALIDATION_ERR, DOMException.name);
    note(Object.prototype.toString.call(error), Object.getPrototypeOf(DOMException) === Function.prototype);
    class Mine extends (DOMException as typeof globalThis.DOMException) {}
    note(new Mine("x", "y") instanceof DOMException, new Mine("x") instanceof Mine, typeof error.stack);
    note((await outcome(() => DOMException.prototype.name))[0]);
  },
};

describe("events and signals", () => {
  it.each(Object.entries(scenarios))("%s", async (_name, scenario) => {
    const expected = await onNode(scenario);
    expect(expected.length).toBeGreaterThan(0);
    expect(await onPlatform(scenario)).toEqual(expected);
  });

  it("report what listeners throw, and run the others", () => {
    const { globals, log, note } = makeRig();
    const target = new globals.EventTarget();
    target.addEventListener("x", () => {
      throw new Error("listener");
    });
    target.addEventListener("x", { handleEvent: 5 });
    target.addEventListener("x", () => note("next"));
    target.dispatchEvent(new globals.Event("x"));
    expect(log).toEqual([
      "uncaught Error: listener@0",
      "uncaught TypeError: The listener has no handleEvent function@0",
      "next@0",
    ]);
  });

  it("call capturing listeners first, and none that is added meanwhile (as the specification has it)", () => {
    const { globals, log, note } = makeRig();
    const target = new globals.EventTarget();
    target.addEventListener("x", () => note("plain"));
    target.addEventListener("x", () => {
      note("adds");
      target.addEventListener("x", () => note("added"));
    });
    target.addEventListener("x", () => note("captures"), true);
    target.dispatchEvent(new globals.Event("x"));
    expect(log).toEqual(["captures@0", "plain@0", "adds@0"]);
  });

  it("refuse to dispatch an event that is being dispatched", () => {
    const { globals, log, note } = makeRig();
    const target = new globals.EventTarget();
    target.addEventListener("x", (event: Event) => {
      try {
        target.dispatchEvent(event);
      } catch (error) {
        note((error as Error).name);
      }
    });
    target.dispatchEvent(new globals.Event("x"));
    expect(log).toEqual(["InvalidStateError@0"]);
  });

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
    controller.abort();
    whenAborted(controller.signal, () => note("too late"));
    expect(log).toEqual([
      "algorithm, dependent true@0",
      "listener@0",
      "dependent's algorithm, true@0",
      "dependent's listener@0",
    ]);
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
    const disposable = modules["node:events"].addAbortListener(signal, listener);
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
    first.modules["node:events"].prototype.on.call(Object.prototype, "x", () => first.note("leaked"));
    const second = makeRig();
    second.globals.console.log(second.modules["node:events"].defaultMaxListeners);
    second.note(second.modules["node:events"].prototype.emit.call(Object.prototype, "x"));
    second.note(second.platform.timersMade.length);
    expect(await second.drive()).toEqual(["10@0", "false@0", "0@0"]);
    expect(first.log).toEqual([]);
  });
});
