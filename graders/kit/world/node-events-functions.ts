// The functions of node:events: they take EventEmitters and EventTargets alike.
import { abortInternals, onAbort } from "./abort.ts";
import {
  abortError,
  checkFunction,
  checkNumber,
  checkObject,
  checkSignal,
  invalidArgument,
} from "./errors.ts";
import { callbacksOf, isTarget } from "./event-target.ts";
import { run } from "./run.ts";

type Callback = (...args: any[]) => unknown;
type Name = string | symbol;
type Source = Record<string, unknown>;

function signalOf(options: unknown): AbortSignal | undefined {
  checkObject(options, "options");
  const { signal } = options;
  checkSignal(signal, "options.signal");
  if (signal?.aborted) throw abortError(signal.reason);
  return signal;
}

export const eventFunctions = {
  /** Resolves to the arguments of the next event; rejects with what an "error" event brings. */
  async once(source: Source, name: Name, options: unknown = {}): Promise<unknown[]> {
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
  },

  on(source: Source, name: Name, options: unknown = {}): object {
    const signal = signalOf(options);
    const { close = [] } = options as { close?: Name[] };
    const stream = new EventStream();
    stream.stops.push(listen(source, name, (...args) => stream.push(args)));
    if (name !== "error" && typeof source.on === "function") {
      stream.stops.push(listen(source, "error", (error) => stream.fail(error)));
    }
    for (const each of close) stream.stops.push(listen(source, each, () => stream.end()));
    if (signal) stream.stops.push(onAbort(signal, () => stream.fail(abortError(signal.reason))));
    return iteratorOf(stream);
  },

  /** Calls the listener at the abort, or soon if it was before; disposing of what is returned takes it off. */
  addAbortListener(signal: unknown, listener: unknown): Disposable {
    if (signal === undefined) throw invalidArgument("signal", "an instance of AbortSignal", signal);
    checkSignal(signal, "signal");
    checkFunction(listener, "listener");
    let stop: (() => void) | undefined;
    if (signal!.aborted) run().enqueue(() => void listener());
    else stop = onAbort(signal!, listener as () => void);
    return { __proto__: null, [Symbol.dispose]: () => stop?.() } as unknown as Disposable;
  },

  getEventListeners(source: Source, name: Name): unknown[] {
    if (typeof source.listeners === "function") return source.listeners(name) as unknown[];
    if (isTarget(source)) return callbacksOf(source, String(name));
    throw notASource(source);
  },

  listenerCount(source: Source, name: Name): number {
    if (typeof source.listenerCount === "function") return source.listenerCount(name) as number;
    if (isTarget(source)) return callbacksOf(source, String(name)).length;
    throw notASource(source);
  },

  /** Nothing warns of many listeners here, so for targets this has no effect. */
  setMaxListeners(limit: unknown = run().maxListeners, ...sources: Source[]): void {
    checkNumber(limit, "setMaxListeners");
    if (sources.length === 0) run().maxListeners = limit;
    for (const source of sources) {
      if (typeof source.setMaxListeners === "function") source.setMaxListeners(limit);
      else if (!isTarget(source)) throw notASource(source);
    }
  },

  getMaxListeners(source: Source): number {
    if (typeof source.getMaxListeners === "function") return source.getMaxListeners() as number;
    if (abortInternals.isSignal(source)) return 0;
    if (isTarget(source)) return run().maxListeners;
    throw notASource(source);
  },
};

function notASource(value: unknown): TypeError {
  return invalidArgument("emitter", "an instance of EventEmitter or EventTarget", value);
}

function listen(source: Source, name: Name, listener: Callback, once = false): () => void {
  if (typeof source.on === "function") {
    if (once) (source.once as Callback).call(source, name, listener);
    else (source.on as Callback).call(source, name, listener);
    return () => void (source.removeListener as Callback).call(source, name, listener);
  }
  if (typeof source.addEventListener === "function") {
    source.addEventListener(name, listener, { once });
    return () => void (source.removeEventListener as Callback).call(source, name, listener);
  }
  throw invalidArgument("emitter", "an instance of EventEmitter", source);
}

/** What `on` iterates: events that nobody has asked for yet wait, and so do requests without an event. */
class EventStream {
  readonly stops: (() => void)[] = [];
  private readonly events: unknown[] = [];
  private readonly requests: PromiseWithResolvers<IteratorResult<unknown>>[] = [];
  private error: { reason: unknown } | undefined;
  private over = false;

  push(event: unknown): void {
    const request = this.requests.shift();
    if (request) request.resolve({ value: event, done: false });
    else this.events.push(event);
  }

  fail(reason: unknown): void {
    const request = this.requests.shift();
    if (request) request.reject(reason);
    else this.error = { reason };
    this.end();
  }

  end(): Promise<IteratorResult<unknown>> {
    for (const stop of this.stops.splice(0)) stop();
    this.over = true;
    for (const request of this.requests.splice(0)) request.resolve({ value: undefined, done: true });
    return Promise.resolve({ value: undefined, done: true });
  }

  next(): Promise<IteratorResult<unknown>> {
    if (this.events.length > 0) return Promise.resolve({ value: this.events.shift(), done: false });
    const { error } = this;
    this.error = undefined;
    if (error) return Promise.reject(error.reason);
    if (this.over) return this.end();
    const request = Promise.withResolvers<IteratorResult<unknown>>();
    this.requests.push(request);
    return request.promise;
  }
}

// From a generator: its function's prototype, that of all async generators, that of all async iterators.
const { getPrototypeOf } = Object;
const AsyncIteratorPrototype = getPrototypeOf(getPrototypeOf(getPrototypeOf((async function* () {})())));

function iteratorOf(stream: EventStream): object {
  const iterator = {
    next: () => stream.next(),
    return: () => stream.end(),
    throw: (error: unknown) => {
      if (error instanceof Error) stream.fail(error);
      else throw invalidArgument("EventEmitter.AsyncIterator", "an instance of Error", error);
    },
    [Symbol.asyncIterator]: () => iterator,
  };
  return Object.setPrototypeOf(iterator, AsyncIteratorPrototype);
}
