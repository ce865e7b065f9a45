// Events, their targets and DOMException: scenarios run on Node's own and on ours, and what the specification has beyond.
import { describe, expect, it } from "vitest";
import { describeAsOnNode, outcome, type Scenario } from "./fixtures/compare.ts";
import { makeRig } from "./fixtures/rig.ts";

const scenarios: Record<string, Scenario> = {
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
    note(target.removeEventListener("x", null));
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

describeAsOnNode("events", scenarios);

describe("events", () => {
  it("report what listeners throw in the next tick, and run the others", async () => {
    const { globals, log, note, drive } = makeRig();
    const target = new globals.EventTarget();
    target.addEventListener("x", () => {
      throw new Error("listener");
    });
    target.addEventListener("x", { handleEvent: 5 });
    target.addEventListener("x", () => note("next"));
    target.dispatchEvent(new globals.Event("x"));
    expect(await drive()).toEqual([
      "next@0",
      "uncaught Error: listener@0",
      expect.stringMatching(/^uncaught TypeError/),
    ]);
    expect(log).toHaveLength(3);
  });

  it("take null and undefined for no listener", () => {
    const { globals, log } = makeRig();
    const target = new globals.EventTarget();
    target.addEventListener("x", null);
    target.addEventListener("x", undefined, { once: true });
    target.dispatchEvent(new globals.Event("x"));
    expect(log).toEqual([]);
  });

  it("call listeners in the order of their adding, also one that is added before the last is reached", () => {
    const { globals, log, note } = makeRig();
    const target = new globals.EventTarget();
    target.addEventListener("x", () => note("plain"));
    target.addEventListener("x", () => {
      note("adds");
      target.addEventListener("x", () => note("added"));
    });
    target.addEventListener("x", () => note("captures"), true);
    target.dispatchEvent(new globals.Event("x"));
    expect(log).toEqual(["plain@0", "adds@0", "captures@0", "added@0"]);
  });

  it("refuse to dispatch an event that is being dispatched", () => {
    const { globals, log, note } = makeRig();
    const target = new globals.EventTarget();
    target.addEventListener("x", (event: Event) => {
      try {
        target.dispatchEvent(event);
      } catch (error) {
        note((error as Error & { code: string }).code);
      }
    });
    target.dispatchEvent(new globals.Event("x"));
    expect(log).toEqual(["ERR_EVENT_RECURSION@0"]);
  });
});
