// AbortController and AbortSignal, after https://dom.spec.whatwg.org/#aborting-ongoing-activities.
import { DOMException } from "./dom-exception.ts";
import { checkInteger, illegalConstructor, invalidThis, nodeError } from "./errors.ts";
import {
  callbacksOf,
  defineHandler,
  EventTarget,
  fire,
  isTarget,
  keyOf,
  listen,
  provideSignals,
  setLimitOfTarget,
} from "./event-target.ts";
import { deeper, inspectCustom } from "./inspect-custom.ts";
import { finishClass, listProperties } from "./overrides.ts";
import { run } from "./run.ts";

interface SignalState {
  aborted: boolean;
  reason: unknown;
  /** Run at the abort, before any listener. */
  algorithms: Set<() => void>;
  /** Of a signal made by `any`: the signals that it follows, none of which follows another itself. */
  sources: Set<object> | undefined;
  /** The signals made by `any` that follow this one. */
  dependents: Set<object>;
}

const OURS = Symbol("ours");

let stateOf: (value: unknown) => SignalState | undefined;
/** By what a proxy of a signal shares with it. */
const byKey = new WeakMap<object, SignalState>();

class AbortSignal extends EventTarget {
  #state: SignalState = {
    aborted: false,
    reason: undefined,
    algorithms: new Set(),
    sources: undefined,
    dependents: new Set(),
  };

  static {
    stateOf = (value) => {
      return typeof value === "object" && value !== null && #state in value ? value.#state : undefined;
    };
  }

  constructor(token: unknown = undefined) {
    if (token !== OURS) throw illegalConstructor();
    super();
    byKey.set(keyOf(this), this.#state);
    setLimitOfTarget(this, 0);
  }

  static abort(reason: unknown = newAbortReason()): AbortSignal {
    const signal = new AbortSignal(OURS);
    setAborted(signal, reason);
    return signal;
  }

  static timeout(delay: unknown): AbortSignal {
    checkInteger(delay, "delay", 0, 2 ** 32 - 1);
    const signal = new AbortSignal(OURS);
    run().timers.start("AbortSignal.timeout", delay, () => {
      abort(signal, new DOMException("The operation was aborted due to timeout", "TimeoutError"));
    });
    return signal;
  }

  static any(signals: unknown): AbortSignal {
    const given = signalList(signals);
    const signal = new AbortSignal(OURS);
    const aborted = given.find((source) => stateOf(source)!.aborted);
    if (aborted) setAborted(signal, stateOf(aborted)!.reason);
    else follow(signal, given);
    return signal;
  }

  get aborted(): boolean {
    return checked(this).aborted;
  }

  get reason(): unknown {
    return checked(this).reason;
  }

  throwIfAborted(): void {
    const { aborted, reason } = checked(this);
    if (aborted) throw reason;
  }

  override [inspectCustom](depth: number, options: object, inspect: Inspect): any {
    if (depth < 0) return this;
    return `${this.constructor.name} ${inspect({ aborted: this.aborted }, deeper(options))}`;
  }
}
type Inspect = (value: unknown, options: object) => string;
defineHandler(AbortSignal.prototype, "abort");
listProperties(AbortSignal.prototype, ["aborted"]);
finishClass("AbortSignal", AbortSignal);

class AbortController {
  #signal = new AbortSignal(OURS);

  get signal(): AbortSignal {
    return this.#signal;
  }

  abort(reason: unknown = newAbortReason()): void {
    abort(this.#signal, reason);
  }

  [inspectCustom](depth: number, options: object, inspect: Inspect): unknown {
    if (depth < 0) return this;
    return `${this.constructor.name} ${inspect({ signal: this.signal }, deeper(options))}`;
  }
}
listProperties(AbortController.prototype, ["signal", "abort"]);
finishClass("AbortController", AbortController);

function abort(signal: object, reason: unknown): void {
  const { aborted, dependents } = stateOf(signal)!;
  if (aborted) return;
  const all = [signal, ...[...dependents].filter((dependent) => !stateOf(dependent)!.aborted)];
  // All of them are aborted before anyone hears of it.
  for (const each of all) setAborted(each, reason);
  for (const each of all) announce(each);
}

function announce(signal: object): void {
  const { algorithms } = stateOf(signal)!;
  // One that is taken off by another one does not run.
  for (const algorithm of [...algorithms]) if (algorithms.has(algorithm)) algorithm();
  fire(signal, "abort");
}

function setAborted(signal: object, reason: unknown): void {
  Object.assign(stateOf(signal)!, { aborted: true, reason });
}

function follow(signal: object, given: object[]): void {
  const sources = new Set(given.flatMap((source) => [...(stateOf(source)!.sources ?? [source])]));
  stateOf(signal)!.sources = sources;
  for (const source of sources) stateOf(source)!.dependents.add(signal);
}

function newAbortReason(): unknown {
  return new DOMException("This operation was aborted", "AbortError");
}

function signalList(signals: unknown): object[] {
  const wrong = (text: string) => nodeError("ERR_INVALID_ARG_TYPE", `signals ${text}`);
  if ((typeof signals !== "object" || signals === null) && typeof signals !== "function") {
    throw wrong("can not be converted to sequence.");
  }
  if (typeof (signals as any)[Symbol.iterator] !== "function")
    throw wrong("can not be converted to sequence.");
  const list = [...(signals as Iterable<unknown>)];
  const index = list.findIndex((value) => !stateOf(value));
  if (index >= 0) throw nodeError("ERR_INVALID_ARG_TYPE", `signals[${index}] is not of type AbortSignal.`);
  return list as object[];
}

/** Of a signal, or of a proxy of one, which Node's own getters take as well. */
function checked(value: unknown): SignalState {
  const state = stateOf(value) ?? (isTarget(value) ? byKey.get(keyOf(value)) : undefined);
  if (!state) throw invalidThis("AbortSignal");
  return state;
}

type Signal = globalThis.AbortSignal;

export const abortClasses = { AbortController, AbortSignal };

/** What the world does with signals. No student code can reach it. */
export const abortInternals = {
  /** Whether this is a signal of the platform's, and no proxy or imitation of one. */
  isSignal(value: unknown): value is Signal {
    return stateOf(value) !== undefined;
  },

  /** Whether it has aborted, and why: a signal's own properties may be the student's. */
  abortOf(signal: Signal): { aborted: boolean; reason: unknown } {
    const { aborted, reason } = stateOf(signal)!;
    return { aborted, reason };
  },

  /** Calls `act` at the abort, before any listener and uncounted. Gives back what takes it off again. */
  whenAborted(signal: Signal, act: () => void): () => void {
    const { aborted, algorithms } = stateOf(signal)!;
    const algorithm = () => act();
    if (!aborted) algorithms.add(algorithm);
    return () => void algorithms.delete(algorithm);
  },

  /** Calls `act` at the abort in its turn among the listeners, as a service that listens does, but uncounted. */
  listenUncounted(signal: Signal, act: () => void): void {
    listen(signal, "abort", () => act(), { once: true, hidden: true });
  },

  /** How many abort listeners there are, `onabort` included; signals that follow this one do not count. */
  listenerCount(signal: Signal): number {
    return callbacksOf(signal, "abort").length;
  },

  makeController(): globalThis.AbortController {
    return new AbortController() as unknown as globalThis.AbortController;
  },
};

provideSignals({
  // The world counts the listeners that are left on its signals: this one is another target's.
  onAbort: (signal, listener) =>
    stateOf(signal)
      ? listen(signal, "abort", listener, { once: true, hidden: true })
      : onAbort(signal, listener),
});

/**
 * Listens for the abort as Node's own modules do: in its turn, counted, and not to be stopped by others. Also of what
 * merely looks like a signal. Gives back what takes the listener off again.
 */
export function onAbort(signal: Signal, listener: () => void): () => void {
  if (stateOf(signal)) return listen(signal, "abort", listener, { once: true });
  signal.addEventListener("abort", listener, { once: true });
  return () => signal.removeEventListener("abort", listener);
}
