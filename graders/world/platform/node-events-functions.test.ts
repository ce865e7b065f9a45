// The functions of node:events: scenarios run on Node's own and on ours.
import { describeAsOnNode, outcome, type Scenario } from "./fixtures/compare.ts";

const reason = new Error("my reason");

const scenarios: Record<string, Scenario> = {
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

describeAsOnNode("node:events", scenarios);
