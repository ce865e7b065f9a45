// EventEmitter, as lib/events.js of Node has it: its state lies in the emitter's own properties, where code looks for it.
import { checkBoolean, checkFunction, checkNumberFrom, unhandledError } from "./errors.ts";
import { inspect } from "./inspect.ts";
import { warnOfListeners } from "./listener-warning.ts";
import { finishClass } from "./overrides.ts";
import { currentRun, run } from "./run.ts";

type Name = string | symbol;
type Callback = ((...args: any[]) => unknown) & { listener?: Callback };
/** Several listeners of one event; while it is being emitted the list must not change. */
type List = Callback[] & { [EMITTING]: number; warned?: boolean };
type Events = Record<Name, Callback | List | undefined>;

export interface Emitter {
  _events: Events | undefined;
  _eventsCount: number;
  _maxListeners: number | undefined;
  [CAPTURE]: boolean;
  [SHAPE_MODE]: boolean;
  emit(name: Name, ...args: unknown[]): boolean;
  on(name: Name, listener: unknown): unknown;
  prependListener(name: Name, listener: unknown): unknown;
  removeListener(name: Name, listener: unknown): unknown;
  removeAllListeners(name?: Name): unknown;
  [rejection: symbol]: any;
}

const CAPTURE = Symbol("kCapture");
const SHAPE_MODE = Symbol("shapeMode");
const EMITTING = Symbol("events.emitting");
export const errorMonitor = Symbol("events.errorMonitor");
export const captureRejectionSymbol = Symbol.for("nodejs.rejection");

const noEvents = (): Events => ({ __proto__: null }) as unknown as Events;

/** A function, so that constructors of the old style can call it: `EventEmitter.call(this)`. */
export function EventEmitter(this: Emitter, options?: { captureRejections?: unknown }): void {
  init.call(this, options);
}

// A class's methods are strict however they are bundled: `this` is never the host's global object.
class Constructor {
  init(this: Emitter, options?: { captureRejections?: unknown }): void {
    const fresh = this._events === undefined || this._events === Object.getPrototypeOf(this)._events;
    if (fresh) {
      this._events = noEvents();
      this._eventsCount = 0;
    }
    this[SHAPE_MODE] = !fresh;
    this._maxListeners ||= undefined;
    if (options?.captureRejections) checkBoolean(options.captureRejections, "options.captureRejections");
    this[CAPTURE] = options?.captureRejections ? true : run().captureRejections;
  }
}
export const { init } = Constructor.prototype;

class Methods {
  declare _events: Events | undefined;
  declare _eventsCount: number;

  setMaxListeners(this: Emitter, limit: unknown) {
    checkNumberFrom(limit, "setMaxListeners", 0);
    this._maxListeners = limit;
    return this;
  }

  getMaxListeners(this: Emitter): number {
    return limitOf(this);
  }

  emit(this: Emitter, name: Name, ...args: unknown[]): boolean {
    const events = this._events;
    let unhandled = name === "error";
    if (events !== undefined) {
      if (unhandled && events[errorMonitor] !== undefined) this.emit(errorMonitor, ...args);
      unhandled &&= events.error === undefined;
    } else if (!unhandled) return false;
    if (unhandled) throw errorOf(args);
    const handler = events![name];
    if (handler === undefined) return false;
    if (typeof handler === "function") {
      called(this, handler, name, args);
      return true;
    }
    handler[EMITTING]++;
    try {
      for (let index = 0; index < handler.length; index++) called(this, handler[index]!, name, args);
    } finally {
      handler[EMITTING]--;
    }
    return true;
  }

  addListener(this: Emitter, name: Name, listener: unknown) {
    return add(this, name, listener, false);
  }

  prependListener(this: Emitter, name: Name, listener: unknown) {
    return add(this, name, listener, true);
  }

  once(this: Emitter, name: Name, listener: unknown) {
    checkFunction(listener, "listener");
    this.on(name, onceOnly(this, name, listener));
    return this;
  }

  prependOnceListener(this: Emitter, name: Name, listener: unknown) {
    checkFunction(listener, "listener");
    this.prependListener(name, onceOnly(this, name, listener));
    return this;
  }

  removeListener(this: Emitter, name: Name, listener: unknown) {
    checkFunction(listener, "listener");
    const events = this._events;
    const list = events?.[name];
    if (events === undefined || list === undefined) return this;
    if (typeof list !== "function") return removeFrom(this, events, list, name, listener);
    if (list !== listener && list.listener !== listener) return this;
    this._eventsCount -= 1;
    if (this[SHAPE_MODE]) events[name] = undefined;
    else if (this._eventsCount === 0) this._events = noEvents();
    else delete events[name];
    if (events.removeListener !== undefined) this.emit("removeListener", name, list.listener || listener);
    return this;
  }

  removeAllListeners(this: Emitter, ...names: [Name?]) {
    const events = this._events;
    if (events === undefined) return this;
    const all = names.length === 0;
    const name = names[0] as Name;
    if (events.removeListener === undefined) {
      if (all || (events[name] !== undefined && --this._eventsCount === 0)) forget(this);
      else if (events[name] !== undefined) delete events[name];
      this[SHAPE_MODE] = false;
      return this;
    }
    if (all) {
      for (const key of Reflect.ownKeys(events)) if (key !== "removeListener") this.removeAllListeners(key);
      this.removeAllListeners("removeListener");
      forget(this);
      this[SHAPE_MODE] = false;
      return this;
    }
    const listeners = events[name];
    if (typeof listeners === "function") this.removeListener(name, listeners);
    else if (listeners !== undefined) {
      for (let index = listeners.length - 1; index >= 0; index--) this.removeListener(name, listeners[index]);
    }
    return this;
  }

  listeners(this: Emitter, name: Name): Callback[] {
    return listed(this, name).map((each) => (typeof each.listener === "function" ? each.listener : each));
  }

  rawListeners(this: Emitter, name: Name): Callback[] {
    return [...listed(this, name)];
  }

  listenerCount(this: Emitter, name: Name, listener?: unknown): number {
    const all = listed(this, name);
    if (listener === undefined || listener === null) return all.length;
    return all.filter((each) => each === listener || each.listener === listener).length;
  }

  eventNames(this: Emitter): Name[] {
    const events = this._events;
    if (this._eventsCount === 0) return [];
    return Reflect.ownKeys(events!).filter((key) => events![key] !== undefined);
  }
}

const { prototype } = EventEmitter;
Object.assign(prototype, { _events: undefined, _eventsCount: 0, _maxListeners: undefined });
const { addListener, removeListener } = Methods.prototype as any;
// In Node's order, which `for … in` and a copy show; two names each of the same function.
const ORDER = [
  ...["setMaxListeners", "getMaxListeners", "emit", "addListener", "on", "prependListener", "once"],
  ...["prependOnceListener", "removeListener", "off", "removeAllListeners", "listeners", "rawListeners"],
  ...["listenerCount", "eventNames"],
];
for (const name of ORDER) {
  const method =
    name === "on" ? addListener : name === "off" ? removeListener : (Methods.prototype as any)[name];
  Object.defineProperty(prototype, name, {
    value: method,
    writable: true,
    enumerable: true,
    configurable: true,
  });
}
Object.defineProperties(prototype, {
  [CAPTURE]: {
    get: () => currentRun()?.captureRejections ?? false,
    set(this: object, value: unknown) {
      Object.defineProperty(this, CAPTURE, { value, writable: true, enumerable: true, configurable: true });
    },
    configurable: true,
  },
});

/** Freezes nothing yet: the module adds its functions first. */
export function finishEmitter(): void {
  finishClass("EventEmitter", EventEmitter as unknown as { prototype: object }, { tag: false });
}

/** As Node's own functions see an emitter's limit, which may be any object with the fields. */
export function limitOf(emitter: { _maxListeners?: number | undefined }): number {
  return emitter._maxListeners === undefined ? run().maxListeners : emitter._maxListeners;
}

function forget(emitter: Emitter): void {
  emitter._events = noEvents();
  emitter._eventsCount = 0;
}

function listed(emitter: Emitter, name: Name): readonly Callback[] {
  const found = emitter._events?.[name];
  if (found === undefined) return [];
  return typeof found === "function" ? [found] : found;
}

function add(emitter: Emitter, name: Name, given: unknown, first: boolean): Emitter {
  checkFunction(given, "listener");
  const listener = given as Callback;
  if (emitter._events === undefined) forget(emitter);
  else if (emitter._events.newListener !== undefined) {
    emitter.emit("newListener", name, listener.listener ?? listener);
  }
  const events = emitter._events!;
  const existing = events[name];
  if (existing === undefined) {
    events[name] = listener;
    emitter._eventsCount++;
    return emitter;
  }
  const list = typeof existing === "function" ? listOf([existing]) : free(existing);
  if (first) list.unshift(listener);
  else list.push(listener);
  events[name] = list;
  const limit = limitOf(emitter);
  if (limit > 0 && list.length > limit && !list.warned) {
    list.warned = true;
    warnOfListeners("EventEmitter", emitter, name, list.length, limit);
  }
  return emitter;
}

function removeFrom(emitter: Emitter, events: Events, found: List, name: Name, listener: unknown): Emitter {
  const list = free(found);
  events[name] = list;
  const position = list.findLastIndex((each) => each === listener || each.listener === listener);
  if (position < 0) return emitter;
  list.splice(position, 1);
  if (list.length === 1) events[name] = list[0];
  if (events.removeListener !== undefined) emitter.emit("removeListener", name, listener);
  return emitter;
}

function listOf(listeners: Callback[]): List {
  return Object.assign(listeners, { [EMITTING]: 0 });
}

/** The list itself, or a copy while it is being emitted, which goes on with the listeners that it began with. */
function free(list: List): List {
  if (list[EMITTING] === 0) return list;
  return Object.assign(listOf([...list]), list.warned ? { warned: true } : {});
}

function onceOnly(emitter: Emitter, name: Name, listener: (...args: any[]) => unknown): Callback {
  let fired = false;
  const wrapper: Callback = (...args) => {
    if (fired) return undefined;
    fired = true;
    emitter.removeListener(name, wrapper);
    return Reflect.apply(listener, emitter, args);
  };
  wrapper.listener = listener as Callback;
  return wrapper;
}

function called(emitter: Emitter, listener: Callback, name: Name, args: unknown[]): void {
  const result = Reflect.apply(listener, emitter, args);
  if (result !== undefined && result !== null && emitter[CAPTURE]) capture(emitter, result, name, args);
}

/** A listener gave a promise: what it is rejected with becomes an "error" event, or goes to the emitter's own method. */
function capture(emitter: Emitter, result: unknown, name: Name, args: unknown[]): void {
  try {
    const { then } = result as PromiseLike<unknown>;
    if (typeof then !== "function") return;
    then.call(result as PromiseLike<unknown>, undefined, (error) => {
      run().nextTick(() => rejected(emitter, error, name, args));
    });
  } catch (error) {
    emitter.emit("error", error);
  }
}

function rejected(emitter: Emitter, error: unknown, name: Name, args: unknown[]): void {
  const own = emitter[captureRejectionSymbol];
  if (typeof own === "function") {
    own.call(emitter, error, name, ...args);
    return;
  }
  const before = emitter[CAPTURE];
  try {
    emitter[CAPTURE] = false;
    emitter.emit("error", error);
  } finally {
    emitter[CAPTURE] = before;
  }
}

function errorOf([error]: unknown[]): unknown {
  return error instanceof Error ? error : unhandledError(error, inspect(error));
}
