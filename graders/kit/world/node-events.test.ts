// node:events: scenarios run on Node's own and on ours; both must tell the same story.
import { describe, expect, it } from "vitest";
import { onNode, onPlatform, outcome, type Scenario } from "./fixtures/compare.ts";

const reason = new Error("my reason");

const scenarios: Record<string, Scenario> = {
  "emits to its listeners in order, with arguments and itself": ({ events, note }) => {
    const emitter = new events.EventEmitter();
    emitter.on("x", function (this: unknown, ...args: unknown[]) {
      note("first", this === emitter, ...args);
    });
    emitter.addListener("x", () => note("second"));
    emitter.prependListener("x", () => note("before"));
    note(emitter.emit("x", 1, 2), emitter.emit("nobody"), emitter.on("y", () => {}) === emitter);
  },
  "calls a listener as often as it was added": ({ events, note }) => {
    const emitter = new events.EventEmitter();
    const listener = () => note("called");
    emitter.on("x", listener).on("x", listener);
    emitter.emit("x");
    emitter.off("x", listener);
    note(emitter.listenerCount("x"));
    emitter.removeListener("x", listener).removeListener("x", listener);
    note(emitter.emit("x"), emitter.eventNames());
  },
  "calls once-listeners once, also when they emit again": ({ events, note }) => {
    const emitter = new events.EventEmitter();
    emitter.once("x", (value: number) => {
      note("once", value);
      emitter.emit("x", value + 1);
    });
    emitter.prependOnceListener("x", () => note("before"));
    emitter.emit("x", 1);
    note(emitter.emit("x", 9), emitter.listenerCount("x"));
  },
  "removes a once-listener by what was given": ({ events, note }) => {
    const emitter = new events.EventEmitter();
    const listener = () => note("never");
    emitter.once("x", listener);
    const [raw] = emitter.rawListeners("x");
    note(emitter.listeners("x")[0] === listener, raw === listener, raw.listener === listener);
    note(
      emitter.listenerCount("x", listener),
      emitter.listenerCount("x", () => {}),
      emitter.listenerCount("x", null),
    );
    note(emitter.off("x", listener).emit("x"));
  },
  "goes on with the listeners that it began with": ({ events, note }) => {
    const emitter = new events.EventEmitter();
    const second = () => note("second");
    emitter.on("x", () => {
      note("first");
      emitter.off("x", second);
      emitter.on("x", () => note("third"));
    });
    emitter.on("x", second);
    emitter.emit("x");
    note("again");
    emitter.emit("x");
  },
  "lets a listener's throw out": async ({ events, note }) => {
    const emitter = new events.EventEmitter();
    emitter.on("x", () => {
      throw reason;
    });
    emitter.on("x", () => note("never"));
    note(...(await outcome(() => emitter.emit("x"))));
  },
  "throws an error event that nobody handles": async ({ events, note }) => {
    const emitter = new events.EventEmitter();
    note(...(await outcome(() => emitter.emit("error", reason))));
    const [state, error] = (await outcome(() => emitter.emit("error", 5))) as [string, any];
    note(state, error, error.context);
    note(...(await outcome(() => emitter.emit("error"))));
    emitter.on(events.errorMonitor, (seen: unknown) => note("monitor", seen));
    note(...(await outcome(() => emitter.emit("error", reason))));
    emitter.on("error", (seen: unknown) => note("handled", seen));
    note(emitter.emit("error", reason));
  },
  "tells of listeners that come and go": ({ events, note }) => {
    const emitter = new events.EventEmitter();
    const listener = () => {};
    emitter.on("newListener", (name: string, given: unknown) => {
      note("new", String(name), given === listener, emitter.listenerCount(name));
    });
    emitter.on("removeListener", (name: string, given: unknown) => {
      note("gone", String(name), given === listener, emitter.listenerCount(name));
    });
    emitter.on("x", listener).once("y", listener);
    emitter.emit("y");
    emitter.off("x", listener).off("x", listener);
    emitter.on("a", listener).on("a", listener).on("b", listener);
    emitter.removeAllListeners("a");
    emitter.removeAllListeners();
    note(emitter.eventNames());
  },
  "removes all": ({ events, note }) => {
    const emitter = new events.EventEmitter();
    const symbol = Symbol("s");
    emitter
      .on(symbol, () => {})
      .on("x", () => {})
      .on("y", () => {})
      .on(5, () => {});
    note(
      emitter
        .eventNames()
        .map((name: unknown) => [typeof name, String(name)])
        .sort(),
    );
    note(
      emitter.removeAllListeners("x").eventNames().length,
      emitter.removeAllListeners(undefined).eventNames().length,
    );
    note(emitter.emit(5), emitter.emit("5"), emitter.emit(symbol), emitter.removeAllListeners().eventNames());
  },
  "refuses listeners that are no functions": async ({ events, note }) => {
    const emitter = new events.EventEmitter();
    for (const name of ["on", "once", "off", "prependListener", "prependOnceListener", "removeListener"]) {
      for (const wrong of [undefined, null, {}, "x"]) note(await outcome(() => emitter[name]("x", wrong)));
    }
  },
  "is made for subclasses": ({ events, note }) => {
    class Orders extends events.EventEmitter {
      count = 0;
      constructor() {
        super();
        this.emit = this.emit.bind(this);
        this.on("order", () => this.count++);
      }
      emit(name: string, ...args: unknown[]) {
        note("emit", name);
        return super.emit(name, ...args);
      }
    }
    const orders = new Orders();
    orders.emit("order");
    note(
      orders.count,
      orders instanceof events.EventEmitter,
      orders.constructor.name,
      events.EventEmitter.name,
    );
    const plain = Object.assign(Object.create(events.EventEmitter.prototype), { own: 1 });
    note(
      plain.on("x", () => note("mixed in")).emit("x"),
      Object.keys(new events.EventEmitter()).includes("on"),
    );
  },
  "has the limits that nobody enforces": async ({ globals, events, note }) => {
    const emitter = new events.EventEmitter();
    note(
      emitter.getMaxListeners(),
      events.EventEmitter.defaultMaxListeners,
      emitter.setMaxListeners(5) === emitter,
    );
    note(emitter.getMaxListeners(), (await outcome(() => emitter.setMaxListeners("5")))[1]);
    events.setMaxListeners(7, emitter, new globals.AbortController().signal);
    note(emitter.getMaxListeners(), events.getMaxListeners(emitter));
  },
  "is also the module": ({ events, note }) => {
    const { EventEmitter } = events;
    note(
      EventEmitter.EventEmitter === EventEmitter,
      EventEmitter.once === events.once,
      EventEmitter.on === events.on,
    );
    note(typeof events.errorMonitor, String(events.captureRejectionSymbol), events.defaultMaxListeners);
    note(
      EventEmitter.listenerCount(
        new EventEmitter().on("x", () => {}),
        "x",
      ),
    );
  },

  "once: resolves to the arguments": async ({ events, note }) => {
    const emitter = new events.EventEmitter();
    const waiting = events.once(emitter, "x");
    emitter.emit("x", 1, 2);
    emitter.emit("x", 3);
    note(await waiting, emitter.eventNames());
  },
  "once: rejects with an error event, unless that is what it waits for": async ({ events, note }) => {
    const emitter = new events.EventEmitter();
    const [other, error] = [outcome(() => events.once(emitter, "x")), events.once(emitter, "error")];
    emitter.emit("error", reason);
    note(...(await other), await error, emitter.eventNames());
  },
  "once: takes a signal": async ({ globals, events, note }) => {
    const emitter = new events.EventEmitter();
    const controller = new globals.AbortController();
    const { signal } = controller;
    const count = () => [events.getEventListeners(signal, "abort").length, emitter.listenerCount("x")];
    const waiting = outcome(() => events.once(emitter, "x", { signal }));
    note(count());
    controller.abort(reason);
    note(...(await waiting), count());
    note(...(await outcome(() => events.once(emitter, "x", { signal }))), count());
    for (const wrong of [5, null, {}])
      note(...(await outcome(() => events.once(emitter, "x", { signal: wrong }))));
    const other = new globals.AbortController().signal;
    const done = events.once(emitter, "x", { signal: other });
    emitter.emit("x");
    note(await done, events.getEventListeners(other, "abort").length);
  },
  "once: listens to event targets": async ({ globals, events, note }) => {
    const target = new globals.EventTarget();
    const waiting = events.once(target, "x");
    target.dispatchEvent(new globals.Event("x"));
    const [event] = await waiting;
    note(event.type, event instanceof globals.Event, events.getEventListeners(target, "x").length);
    for (const wrong of [{}, 5]) note(...(await outcome(() => events.once(wrong, "x"))));
  },
  "on: iterates what comes, also what came before it is asked": async ({ events, note }) => {
    const emitter = new events.EventEmitter();
    const iterator = events.on(emitter, "x");
    emitter.emit("x", 1);
    emitter.emit("x", 2, "two");
    note(await iterator.next(), await iterator.next());
    const [third, fourth] = [iterator.next(), iterator.next()];
    emitter.emit("x", 3);
    note(await third, await iterator.return(), await fourth, await iterator.next(), emitter.eventNames());
    note(iterator[Symbol.asyncIterator]() === iterator, typeof iterator[Symbol.asyncDispose]);
  },
  "on: throws an error event into the loop, after what came before": async ({ events, note }) => {
    const emitter = new events.EventEmitter();
    const iterator = events.on(emitter, "x");
    emitter.emit("x", 1);
    emitter.emit("error", reason);
    note(
      await iterator.next(),
      await outcome(() => iterator.next()),
      await iterator.next(),
      emitter.eventNames(),
    );
    const other = events.on(emitter, "x");
    other.throw(reason);
    note(await outcome(() => other.next()), await outcome(() => other.throw(5)));
  },
  "on: ends at a closing event, or with a signal": async ({ globals, events, note }) => {
    const emitter = new events.EventEmitter();
    const closing = events.on(emitter, "x", { close: ["end"] });
    const pending = closing.next();
    emitter.emit("end");
    note(await pending, emitter.eventNames());
    const controller = new globals.AbortController();
    const { signal } = controller;
    const aborting = events.on(emitter, "x", { signal });
    const waiting = outcome(() => aborting.next());
    note(events.getEventListeners(signal, "abort").length);
    controller.abort(reason);
    note(...(await waiting), await aborting.next(), events.getEventListeners(signal, "abort").length);
    note(...(await outcome(() => events.on(emitter, "x", { signal }))), emitter.eventNames());
  },
  "on: lets a loop leave": async ({ globals, events, note }) => {
    const emitter = new events.EventEmitter();
    globals.queueMicrotask(() => {
      for (const value of ["a", "b", "c"]) emitter.emit("x", value);
    });
    for await (const [value] of events.on(emitter, "x")) {
      note(value);
      if (value === "b") break;
    }
    note(emitter.listenerCount("x"));
  },

  "finds the listeners of emitters and targets": async ({ globals, events, note }) => {
    const [emitter, target, listener] = [new events.EventEmitter(), new globals.EventTarget(), () => {}];
    emitter.once("x", listener);
    target.addEventListener("x", listener, { once: true });
    for (const source of [emitter, target]) {
      note(events.getEventListeners(source, "x")[0] === listener, events.listenerCount(source, "x"));
      note(events.getEventListeners(source, "y"), events.listenerCount(source, "y"));
    }
    note((await outcome(() => events.getEventListeners({}, "x")))[0]);
  },
  "listens for an abort until it is disposed of": async ({ globals, events, timers, note }) => {
    const controller = new globals.AbortController();
    const { signal } = controller;
    signal.addEventListener("abort", (event: Event) => event.stopImmediatePropagation());
    events.addAbortListener(signal, (event: Event) => note("heard", event.type));
    const taken = events.addAbortListener(signal, () => note("never"));
    taken[Symbol.dispose]();
    taken[Symbol.dispose]();
    controller.abort();
    const late = events.addAbortListener(signal, () => note("late"));
    note("not yet");
    await timers.setImmediate();
    late[Symbol.dispose]();
    for (const wrong of [undefined, null, {}])
      note(await outcome(() => events.addAbortListener(wrong, () => {})));
    note(await outcome(() => events.addAbortListener(signal, "x")));
  },
};

describe("node:events", () => {
  it.each(Object.entries(scenarios))("%s", async (_name, scenario) => {
    const expected = await onNode(scenario);
    expect(expected.length).toBeGreaterThan(0);
    expect(await onPlatform(scenario)).toEqual(expected);
  });
});
