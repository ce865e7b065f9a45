// node:events: EventEmitter as Node's, which is also the module itself and holds the module's functions.
import { checkFunction, checkNumber, unhandledError } from "./errors.ts";
import { eventFunctions } from "./node-events-functions.ts";
import { allowOverrides } from "./overrides.ts";
import { run } from "./run.ts";

type Name = string | symbol;
type Callback = (...args: any[]) => unknown;

/** A listener as it was given, and what is called: for `once` that is a wrapper. */
interface Entry {
  listener: Callback;
  raw: Callback;
}

/** Lists are never changed in place: `emit` goes on with the one that it began with. */
interface State {
  entries: Map<Name, readonly Entry[]>;
  limit: number | undefined;
}

const errorMonitor = Symbol("events.errorMonitor");

/** Anything may be an emitter, as in Node, where mixing the methods into an object is enough. */
function stateOf(emitter: object): State {
  const { emitters } = run();
  const known = emitters.get(emitter) as State | undefined;
  if (known) return known;
  const state: State = { entries: new Map(), limit: undefined };
  emitters.set(emitter, state);
  return state;
}

function listed(emitter: object, name: Name): readonly Entry[] {
  return stateOf(emitter).entries.get(keyOf(name)) ?? [];
}

/** Node keeps the listeners in an object, where every name but a symbol is a string. */
function keyOf(name: unknown): Name {
  return typeof name === "symbol" ? name : `${name}`;
}

class EventEmitter {
  on(name: Name, listener: unknown): this {
    return add(this, name, listener, false);
  }

  addListener(name: Name, listener: unknown): this {
    return add(this, name, listener, false);
  }

  prependListener(name: Name, listener: unknown): this {
    return add(this, name, listener, true);
  }

  // As in Node this goes through `on`, which a subclass may override.
  once(name: Name, listener: unknown): this {
    return this.on(name, onceOnly(this, name, listener));
  }

  prependOnceListener(name: Name, listener: unknown): this {
    return this.prependListener(name, onceOnly(this, name, listener));
  }

  off(name: Name, listener: unknown): this {
    return remove(this, name, listener);
  }

  removeListener(name: Name, listener: unknown): this {
    return remove(this, name, listener);
  }

  removeAllListeners(...names: [Name?]): this {
    const { entries } = stateOf(this);
    if (names.length === 0) {
      const others = [...entries.keys()].filter((name) => name !== "removeListener");
      for (const name of [...others, "removeListener"]) this.removeAllListeners(name);
      return this;
    }
    const name = keyOf(names[0]);
    const announced = entries.has("removeListener");
    if (announced) for (const { raw } of listed(this, name).toReversed()) this.removeListener(name, raw);
    entries.delete(name);
    return this;
  }

  emit(name: Name, ...args: unknown[]): boolean {
    const isError = name === "error";
    if (isError && listed(this, errorMonitor).length > 0) this.emit(errorMonitor, ...args);
    const entries = listed(this, name);
    if (isError && entries.length === 0) throw errorOf(args);
    for (const { raw } of entries) Reflect.apply(raw, this, args);
    return entries.length > 0;
  }

  eventNames(): Name[] {
    const names = [...stateOf(this).entries.keys()];
    const isText = (name: Name) => typeof name === "string";
    return [...names.filter(isText), ...names.filter((name) => !isText(name))];
  }

  listeners(name: Name): Callback[] {
    return listed(this, name).map(({ listener }) => listener);
  }

  rawListeners(name: Name): Callback[] {
    return listed(this, name).map(({ raw }) => raw);
  }

  listenerCount(name: Name, listener?: unknown): number {
    const entries = listed(this, name);
    return listener === undefined || listener === null ? entries.length : entries.filter(is(listener)).length;
  }

  setMaxListeners(limit: unknown): this {
    checkNumber(limit, "setMaxListeners");
    stateOf(this).limit = limit;
    return this;
  }

  getMaxListeners(): number {
    return stateOf(this).limit ?? run().maxListeners;
  }
}

Object.defineProperty(EventEmitter, "name", { value: "EventEmitter" });
allowOverrides(EventEmitter.prototype);

const statics = {
  ...eventFunctions,
  EventEmitter,
  errorMonitor,
  captureRejectionSymbol: Symbol.for("nodejs.rejection"),
  get defaultMaxListeners() {
    return run().maxListeners;
  },
  set defaultMaxListeners(limit: unknown) {
    checkNumber(limit, "defaultMaxListeners");
    run().maxListeners = limit;
  },
};
Object.defineProperties(EventEmitter, Object.getOwnPropertyDescriptors(statics));

/** The module: the class, with everything that the module exports on it. */
export const nodeEvents: object = EventEmitter;

interface Emitter {
  emit(name: Name, ...args: unknown[]): boolean;
  removeListener(name: Name, listener: unknown): unknown;
}

function add<T extends Emitter>(emitter: T, name: Name, given: unknown, first: boolean): T {
  checkFunction(given, "listener");
  const entry: Entry = { listener: originalOf(given), raw: given };
  const { entries } = stateOf(emitter);
  if (entries.has("newListener")) emitter.emit("newListener", name, entry.listener);
  const others = listed(emitter, name);
  entries.set(keyOf(name), first ? [entry, ...others] : [...others, entry]);
  return emitter;
}

function remove<T extends Emitter>(emitter: T, name: Name, given: unknown): T {
  checkFunction(given, "listener");
  const { entries } = stateOf(emitter);
  const before = listed(emitter, name);
  const index = before.findLastIndex(is(given));
  if (index < 0) return emitter;
  if (before.length === 1) entries.delete(keyOf(name));
  else entries.set(keyOf(name), before.toSpliced(index, 1));
  if (entries.has("removeListener")) emitter.emit("removeListener", name, before[index]!.listener);
  return emitter;
}

function is(listener: unknown): (entry: Entry) => boolean {
  return (entry) => entry.raw === listener || entry.listener === listener;
}

function onceOnly(emitter: Emitter, name: Name, listener: unknown): Callback {
  checkFunction(listener, "listener");
  let fired = false;
  const wrapper = (...args: unknown[]): unknown => {
    if (fired) return undefined;
    fired = true;
    emitter.removeListener(name, wrapper);
    return Reflect.apply(listener, emitter, args);
  };
  return Object.assign(wrapper, { listener });
}

/** Node tells a wrapper by its `listener` property. */
function originalOf(raw: Callback): Callback {
  const original: unknown = Object.getOwnPropertyDescriptor(raw, "listener")?.value;
  return typeof original === "function" ? (original as Callback) : raw;
}

function errorOf([error]: unknown[]): unknown {
  return error instanceof Error ? error : unhandledError(error, run().host.format(error));
}
