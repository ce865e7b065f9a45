// EventEmitter: scenarios run on Node's own and on ours.
import { describeAsOnNode, outcome, type Scenario } from "./fixtures/compare.ts";

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
  "removes the listener that was added last": ({ events, note }) => {
    const emitter = new events.EventEmitter();
    const listener = () => note("twice");
    emitter
      .on("x", listener)
      .on("x", () => note("between"))
      .on("x", listener);
    emitter.off("x", listener).emit("x");
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
    emitter.on("c", () => note("one")).on("c", () => note("two"));
    emitter.on("removeListener", (_name: string, given: () => void) => given());
    emitter.removeAllListeners("c");
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
};

describeAsOnNode("EventEmitter", scenarios);
