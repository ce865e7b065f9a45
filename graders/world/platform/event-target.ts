// EventTarget, as Node's lib/internal/event_target.js has it: targets have no parents.
import {
  checkObjectOrFunction,
  checkSignal,
  invalidArgument,
  invalidThis,
  missingArgument,
  nodeError,
} from "./errors.ts";
import { Event, stateOf as eventStateOf } from "./event.ts";
import { deeper, inspectCustom } from "./inspect-custom.ts";
import { warnOfListeners } from "./listener-warning.ts";
import { finishClass, listProperties } from "./overrides.ts";
import { run } from "./run.ts";

type Callback = ((event: unknown) => unknown) | { handleEvent?: unknown };

/** One listener in the list of those of one type, which begins with a `Root`. */
interface Listener {
  next: Listener | undefined;
  previous: Link;
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

interface Root {
  next: Listener | undefined;
  size: number;
}
type Link = Root | Listener;
type Flags = Pick<Listener, "capture" | "once" | "passive" | "own" | "hidden">;

interface TargetState {
  types: Map<string, Root>;
  /** What was set as `onabort` and its like, by type. */
  handlers: Map<string, Handler>;
  limit: number | undefined;
  warned: boolean;
}
type Handler = { (event: unknown): unknown; handler: unknown };
const handlers = new WeakSet<object>();

/**
 * An own property of every target, by which a proxy of one is known as it is on Node. It says nothing by itself: what it
 * stands for is in here.
 */
const KEY = Symbol("EventTarget");
const byKey = new WeakMap<object, TargetState>();

let stateOf: (value: unknown) => TargetState | undefined;

/** What listens for the abort of a signal given as an option: abort.ts provides it. */
let onAbort: (signal: AbortSignal, listener: () => void) => () => void;
export function provideSignals(access: { onAbort: typeof onAbort }): void {
  onAbort = access.onAbort;
}

export class EventTarget {
  #state: TargetState = { types: new Map(), handlers: new Map(), limit: undefined, warned: false };

  static {
    stateOf = (value) => {
      if (!isObject(value)) return undefined;
      return #state in value ? value.#state : byKey.get((value as any)[KEY]);
    };
  }

  constructor() {
    const key = Object.freeze({});
    byKey.set(key, this.#state);
    Object.defineProperty(this, KEY, { value: key });
  }

  addEventListener(type: unknown, callback: unknown, options: unknown = undefined): void {
    const state = checked(this);
    // biome-ignore lint/complexity/noArguments: how many were given is what counts, and the length is visible.
    if (arguments.length < 2) throw missingArgument("type", "listener");
    const { signal, ...flags } = listenerOptions(options);
    if (signal?.aborted) return;
    if (signal) onAbort(signal, () => this.removeEventListener(type, callback, options));
    if (!isCallback(callback)) {
      const warning = new Error(`addEventListener called with ${callback} which has no effect.`);
      run().warn(Object.assign(warning, { name: "AddEventListenerArgumentTypeWarning", target: this, type }));
      return;
    }
    add(this, state, `${type}`, callback, { ...flags, own: false, hidden: false });
  }

  removeEventListener(type: unknown, callback: unknown, options: unknown = undefined): void {
    const state = checked(this);
    // biome-ignore lint/complexity/noArguments: as above.
    if (arguments.length < 2) throw missingArgument("type", "listener");
    if (!isCallback(callback)) return;
    const capture = typeof options === "boolean" ? options : (options as any)?.capture === true;
    const found = find(state.types.get(`${type}`), callback, capture);
    if (found) remove(state, `${type}`, found);
  }

  dispatchEvent(event: unknown): boolean {
    const state = checked(this);
    // biome-ignore lint/complexity/noArguments: as above.
    if (arguments.length < 1) throw missingArgument("event");
    if (!(event instanceof Event)) throw invalidArgument("event", "an instance of Event", event);
    const held = eventStateOf(event)!;
    if (held.dispatching) {
      throw nodeError("ERR_EVENT_RECURSION", `The event "${held.type}" is already being dispatched`, Error);
    }
    dispatch(this, state, event);
    return !event.defaultPrevented;
  }

  [inspectCustom](
    depth: number,
    options: object,
    inspect: (value: unknown, options: object) => string,
  ): string {
    const { name } = this.constructor;
    return depth < 0 ? name : `${name} ${inspect({}, deeper(options))}`;
  }
}
listProperties(EventTarget.prototype, ["addEventListener", "removeEventListener", "dispatchEvent"]);
Object.defineProperty(EventTarget.prototype.addEventListener, "length", { value: 2, configurable: true });
finishClass("EventTarget", EventTarget);

export function isTarget(value: unknown): value is object {
  return stateOf(value) !== undefined;
}

/** What a target and its proxies have in common. */
export function keyOf(target: object): object {
  return (target as any)[KEY];
}

/** How many listeners of one type a target may have before Node warns. */
export function limitOfTarget(target: object): number {
  return stateOf(target)!.limit ?? run().maxListeners;
}

export function setLimitOfTarget(target: object, limit: number): void {
  Object.assign(stateOf(target)!, { limit, warned: false });
}

/** Dispatches a trusted event of this type, which the caller has made or which is made here. */
export function fire(target: object, type: string, event = new Event(type)): void {
  eventStateOf(event)!.trusted = true;
  dispatch(target, stateOf(target)!, event);
}

/** Adds a listener of the platform's own, in its turn among the others. Gives back what removes it. */
export function listen(
  target: object,
  type: string,
  callback: (event: unknown) => unknown,
  { once = false, hidden = false } = {},
): () => void {
  const state = stateOf(target)!;
  const listener = add(target, state, type, callback, {
    capture: false,
    passive: false,
    own: true,
    once,
    hidden,
  });
  return () => {
    if (!listener.removed) remove(state, type, listener);
  };
}

/** The target's listeners of this type, in order, without the hidden ones. */
export function callbacksOf(target: object, type: string): unknown[] {
  const found: unknown[] = [];
  for (let each = stateOf(target)!.types.get(type)?.next; each; each = each.next) {
    // A handler that was taken away (`onabort = null`) keeps its place, but listens no more.
    if (!each.hidden && !(handlers.has(each.callback) && (each.callback as Handler).handler === null))
      found.push(each.callback);
  }
  return found;
}

/** Gives a prototype the property `onTYPE`: a function there listens from when one was first set. */
export function defineHandler(prototype: object, type: string, added = (_target: object) => {}): void {
  const name = `on${type}`;
  const { get, set } = {
    get(this: unknown): unknown {
      return checked(this).handlers.get(type)?.handler ?? null;
    },
    set(this: unknown, given: unknown): void {
      const { handlers: known } = checked(this);
      const handler = isObject(given) ? given : null;
      if (known.has(type)) known.get(type)!.handler = handler;
      else known.set(type, makeHandler(handler));
      (this as EventTarget).addEventListener(type, known.get(type));
      added(this as object);
    },
  };
  Object.defineProperty(get, "name", { value: `get ${name}` });
  Object.defineProperty(set, "name", { value: `set ${name}` });
  Object.defineProperty(prototype, name, { get, set, enumerable: true, configurable: true });
}

function makeHandler(handler: unknown): Handler {
  const { on } = {
    on(this: unknown, event: unknown): unknown {
      const { handler: now } = on as Handler;
      return typeof now === "function" ? Reflect.apply(now, this, [event]) : undefined;
    },
  };
  handlers.add(on);
  return Object.assign(on, { handler });
}

function checked(value: unknown): TargetState {
  const state = stateOf(value);
  if (!state) throw invalidThis("EventTarget");
  return state;
}

function dispatch(target: object, state: TargetState, event: Event): void {
  const held = eventStateOf(event)!;
  held.target = target;
  held.dispatching = true;
  // A listener that is added meanwhile runs if another one comes before it, since the list goes on with the next.
  for (let each = state.types.get(held.type)?.next, next: Listener | undefined; each; each = next) {
    next = each.next;
    if (each.removed || (held.stoppedAtOnce && !each.own)) continue;
    if (each.once) remove(state, held.type, each);
    held.inPassive = each.passive;
    call(target, each.callback, event);
    // As on Node, where only the first listener sees the event on its way.
    held.dispatching = false;
    held.inPassive = false;
  }
  held.dispatching = false;
}

/**
 * What a listener throws ends the program in the next tick. So does a rejection of its promise on Node: here it is what it
 * is everywhere else, one that nobody handled.
 */
function call(target: object, callback: Callback, event: Event): void {
  try {
    if (typeof callback === "function") Reflect.apply(callback, target, [event]);
    else if (callback.handleEvent) Reflect.apply(callback.handleEvent as () => unknown, callback, [event]);
  } catch (error) {
    run().nextTick(() => run().host.uncaught(error));
  }
}

function add(target: object, state: TargetState, type: string, callback: Callback, flags: Flags): Listener {
  let root = state.types.get(type);
  const same = find(root, callback, flags.capture);
  if (same) return same;
  if (!root) state.types.set(type, (root = { next: undefined, size: 0 }));
  let last: Link = root;
  while (last.next) last = last.next;
  const listener: Listener = { ...flags, callback, removed: false, next: undefined, previous: last };
  last.next = listener;
  if (flags.hidden) return listener;
  root.size++;
  const limit = state.limit ?? run().maxListeners;
  if (limit > 0 && root.size > limit && !state.warned) {
    state.warned = true;
    warnOfListeners("EventTarget", target, type, root.size, limit);
  }
  return listener;
}

function find(root: Root | undefined, callback: unknown, capture: boolean): Listener | undefined {
  let each = root?.next;
  while (each && !(each.callback === callback && each.capture === capture)) each = each.next;
  return each;
}

function remove(state: TargetState, type: string, listener: Listener): void {
  listener.previous.next = listener.next;
  if (listener.next) listener.next.previous = listener.previous;
  listener.removed = true;
  const root = state.types.get(type);
  if (!root) return;
  if (!listener.hidden) root.size--;
  if (!root.next) state.types.delete(type);
}

function listenerOptions(options: unknown) {
  if (typeof options === "boolean")
    return { capture: options, once: false, passive: false, signal: undefined };
  if (options === null || options === undefined) {
    return { capture: false, once: false, passive: false, signal: undefined };
  }
  checkObjectOrFunction(options, "options");
  const { once, capture, passive, signal } = options;
  checkSignal(signal, "options.signal");
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
