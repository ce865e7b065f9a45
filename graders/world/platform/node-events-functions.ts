// The functions of node:events: they take EventEmitters and EventTargets alike.
import { abortInternals, onAbort } from "./abort.ts";
import { limitOf } from "./emitter.ts";
import {
  abortError,
  checkFunction,
  checkInteger,
  checkNumberFrom,
  checkObject,
  checkSignal,
  invalidArgument,
} from "./errors.ts";
import { EventStream, iteratorOf } from "./event-stream.ts";
import { callbacksOf, isTarget, limitOfTarget, setLimitOfTarget } from "./event-target.ts";
import { run } from "./run.ts";

type Callback = (...args: any[]) => unknown;
type Name = string | symbol;
type Source = Record<string, any>;

function signalOf(options: unknown): AbortSignal | undefined {
  checkObject(options, "options");
  const { signal } = options;
  checkSignal(signal, "options.signal");
  if (signal?.aborted) throw abortError(signal.reason);
  return signal;
}

/** Resolves to the arguments of the next event; rejects with what an "error" event brings. */
async function once(source: Source, name: Name, options: unknown = {}): Promise<unknown[]> {
  const signal = signalOf(options);
  const stops: (() => void)[] = [];
  const stop = () => {
    for (const each of stops.splice(0)) each();
  };
  return new Promise((resolve, reject) => {
    const ended = (act: () => void) => {
      stop();
      act();
    };
    stops.push(listen(source, name, (...args) => ended(() => resolve(args)), true));
    if (name !== "error" && typeof source.once === "function") {
      stops.push(listen(source, "error", (error) => ended(() => reject(error)), true));
    }
    if (signal) stops.push(onAbort(signal, () => ended(() => reject(abortError(signal.reason)))));
  });
}

function on(source: Source, name: Name, options: unknown = {}): object {
  const signal = signalOf(options);
  const given = options as Record<string, any>;
  const high = given.highWaterMark ?? given.highWatermark ?? Number.MAX_SAFE_INTEGER;
  checkInteger(high, "options.highWaterMark", 1);
  const low = given.lowWaterMark ?? given.lowWatermark ?? 1;
  checkInteger(low, "options.lowWaterMark", 1);
  const stream = new EventStream(source as any, high, low);
  stream.stops.push(listen(source, name, (...args) => stream.push(args)));
  if (name !== "error" && typeof source.on === "function") {
    stream.stops.push(listen(source, "error", (error) => stream.fail(error)));
  }
  for (const each of given.close ?? []) stream.stops.push(listen(source, each, () => stream.end()));
  if (signal) stream.stops.push(onAbort(signal, () => stream.fail(abortError(signal.reason))));
  return iteratorOf(stream);
}

/** Calls the listener at the abort, or soon if it was before; disposing of what is returned takes it off. */
function addAbortListener(signal: unknown, listener: unknown): Disposable {
  if (signal === undefined) throw invalidArgument("signal", "an instance of AbortSignal", signal);
  checkSignal(signal, "signal");
  checkFunction(listener, "listener");
  let stop: (() => void) | undefined;
  if (signal!.aborted) run().enqueue(() => void listener());
  else stop = onAbort(signal!, listener as () => void);
  return { __proto__: null, [Symbol.dispose]: () => stop?.() } as unknown as Disposable;
}

function getEventListeners(source: Source, name: Name): unknown[] {
  if (typeof source.listeners === "function") return source.listeners(name) as unknown[];
  if (isTarget(source)) return callbacksOf(source, String(name));
  throw notASource("emitter", source);
}

function listenerCount(source: Source, name: Name): number {
  if (typeof source.listenerCount === "function") return source.listenerCount(name) as number;
  if (isTarget(source)) return callbacksOf(source, String(name)).length;
  throw notASource("emitter", source);
}

function setMaxListeners(limit: unknown = run().maxListeners, ...sources: Source[]): void {
  checkNumberFrom(limit, "setMaxListeners", 0);
  if (sources.length === 0) run().maxListeners = limit;
  for (const source of sources) {
    const given: object = source;
    if (isTarget(given)) setLimitOfTarget(given, limit);
    else if (typeof source.setMaxListeners === "function") source.setMaxListeners(limit);
    else throw notASource("eventTargets", source);
  }
}

function getMaxListeners(source: Source): number {
  if (typeof source?.getMaxListeners === "function") return limitOf(source);
  if (isTarget(source)) return abortInternals.isSignal(source) ? 0 : limitOfTarget(source);
  throw notASource("emitter", source);
}

export const eventFunctions = {
  addAbortListener,
  once,
  on,
  getEventListeners,
  getMaxListeners,
  listenerCount,
  setMaxListeners,
};

function notASource(name: string, value: unknown): TypeError {
  return invalidArgument(name, "an instance of EventEmitter or EventTarget", value);
}

function listen(source: Source, name: Name, listener: Callback, isOnce = false): () => void {
  if (typeof source.on === "function") {
    if (isOnce) source.once(name, listener);
    else source.on(name, listener);
    return () => void source.removeListener(name, listener);
  }
  if (typeof source.addEventListener === "function") {
    source.addEventListener(name, listener, { once: isOnce });
    return () => void source.removeEventListener(name, listener);
  }
  throw invalidArgument("emitter", "an instance of EventEmitter", source);
}
