// EventTarget, after https://dom.spec.whatwg.org/#interface-eventtarget for targets without parents.
import { DOMException } from "./dom-exception.ts";
import { invalidArgument, missingArgument } from "./errors.ts";
import { Event, stateOf } from "./event.ts";
import { finishClass } from "./overrides.ts";
import { run } from "./run.ts";

type Callback = ((event: unknown) => unknown) | { handleEvent?: unknown };

interface Listener {
  type: string;
  callback: Callback;
  capture: boolean;
  once: boolean;
  passive: boolean;
  removed: boolean;
  /** The platform's own: no other listener can stop it. */
  own: boolean;
  /** Of the world's own, which no student may count or get hold of. */
  hidden: boolean;
}

/** What `addEventListener` needs of signals, which are targets themselves: abort.ts provides it. */
export interface SignalAccess {
  isSignal(value: unknown): value is object;
  isAborted(signal: object): boolean;
  whenAborted(signal: object, act: () => void): void;
}

const STUDENTS = { removed: false, own: false, hidden: false };

let signals: SignalAccess;
let listenersOf: (target: object) => Listener[];

export function provideSignals(access: SignalAccess): void {
  signals = access;
}

export let isTarget: (value: unknown) => value is object;

export class EventTarget {
  #listeners: Listener[] = [];

  static {
    listenersOf = (target) => (target as EventTarget).#listeners;
    isTarget = (value): value is object => isObject(value) && #listeners in value;
  }

  addEventListener(...given: [type?: unknown, callback?: unknown, options?: unknown]): void {
    if (given.length < 2) throw missingArgument("type", "listener");
    const [type, callback, options] = given;
    const { signal, ...flags } = listenerOptions(options);
    if (!isCallback(callback) || (signal && signals.isAborted(signal))) return;
    const listener: Listener = { type: `${type}`, callback, ...flags, ...STUDENTS };
    if (find(this.#listeners, listener.type, callback, listener.capture)) return;
    this.#listeners.push(listener);
    if (signal) signals.whenAborted(signal, () => remove(this.#listeners, listener));
  }

  removeEventListener(...given: [type?: unknown, callback?: unknown, options?: unknown]): void {
    if (given.length < 2) throw missingArgument("type", "listener");
    const [type, callback, options] = given;
    const capture = Boolean(isObject(options) ? (options as { capture?: unknown }).capture : options);
    const found = find(this.#listeners, `${type}`, callback, capture);
    if (found) remove(this.#listeners, found);
  }

  dispatchEvent(...given: [event?: unknown]): boolean {
    if (given.length < 1) throw missingArgument("event");
    const state = stateOf(given[0]);
    if (!state) throw invalidArgument("event", "an instance of Event", given[0]);
    if (state.dispatching)
      throw new DOMException("The event is already being dispatched", "InvalidStateError");
    state.trusted = false;
    dispatch(this, given[0] as Event);
    return !state.prevented;
  }
}
finishClass("EventTarget", EventTarget);

/** Dispatches a trusted event of this type. */
export function fire(target: object, type: string): void {
  const event = new Event(type);
  stateOf(event)!.trusted = true;
  dispatch(target, event);
}

/** Adds a listener of the platform's own, in its turn among the others. Gives back what removes it. */
export function listen(
  target: object,
  type: string,
  callback: (event: unknown) => unknown,
  { once = false, hidden = false } = {},
): () => void {
  const listeners = listenersOf(target);
  const flags = { capture: false, passive: false, removed: false, own: true };
  const listener = { type, callback, ...flags, once, hidden };
  listeners.push(listener);
  return () => remove(listeners, listener);
}

/** The target's listeners of this type, in order, without the hidden ones. */
export function callbacksOf(target: object, type: string): unknown[] {
  const listeners = listenersOf(target).filter((listener) => listener.type === type && !listener.hidden);
  return listeners.map((listener) => listener.callback);
}

function dispatch(target: object, event: Event): void {
  const state = stateOf(event)!;
  const listeners = listenersOf(target);
  state.dispatching = true;
  state.target = target;
  for (const capture of [true, false]) {
    const barred = state.stopped;
    // A listener that is added or removed by another one does not run.
    for (const listener of [...listeners]) {
      if (listener.removed || listener.type !== state.type || listener.capture !== capture) continue;
      if (!listener.own && (barred || state.stoppedAtOnce)) continue;
      if (listener.once) remove(listeners, listener);
      state.inPassive = listener.passive;
      call(target, listener.callback, event);
      state.inPassive = false;
    }
  }
  state.dispatching = false;
  state.stopped = false;
  state.stoppedAtOnce = false;
}

function call(target: object, callback: Callback, event: Event): void {
  try {
    if (typeof callback === "function") {
      Reflect.apply(callback, target, [event]);
      return;
    }
    const method = callback.handleEvent;
    if (typeof method !== "function") throw new TypeError("The listener has no handleEvent function");
    Reflect.apply(method, callback, [event]);
  } catch (error) {
    run().host.uncaught(error);
  }
}

function find(
  listeners: Listener[],
  type: string,
  callback: unknown,
  capture: boolean,
): Listener | undefined {
  return listeners.find(
    (listener) => listener.type === type && listener.callback === callback && listener.capture === capture,
  );
}

function remove(listeners: Listener[], listener: Listener): void {
  listener.removed = true;
  const index = listeners.indexOf(listener);
  if (index >= 0) listeners.splice(index, 1);
}

function listenerOptions(options: unknown) {
  const given = (isObject(options) ? options : { capture: options }) as Record<string, unknown>;
  const { capture, once, passive, signal } = given;
  if (signal !== undefined && !signals.isSignal(signal)) {
    throw invalidArgument("options.signal", "an instance of AbortSignal", signal);
  }
  return { capture: Boolean(capture), once: Boolean(once), passive: Boolean(passive), signal };
}

/** Null and undefined are no listener, which is no mistake; other primitives are one. */
function isCallback(value: unknown): value is Callback {
  if (value === null || value === undefined) return false;
  if (isObject(value)) return true;
  throw invalidArgument("listener", "an instance of EventListener", value);
}

function isObject(value: unknown): value is object {
  return (typeof value === "object" && value !== null) || typeof value === "function";
}
