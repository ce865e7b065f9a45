// AbortController and AbortSignal, after https://dom.spec.whatwg.org/#aborting-ongoing-activities.
import { DOMException } from "./dom-exception.ts";
import { checkNumber, illegalConstructor, invalidArgument, outOfRange } from "./errors.ts";
import { callbacksOf, EventTarget, fire, listen, provideSignals } from "./event-target.ts";
import { finishClass } from "./overrides.ts";
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

class AbortSignal extends EventTarget {
  #state: SignalState = {
    aborted: false,
    reason: undefined,
    algorithms: new Set(),
    sources: undefined,
    dependents: new Set(),
  };
  #onabort: unknown = null;
  #ignoreHandler: (() => void) | undefined;

  static {
    stateOf = (value) => {
      return typeof value === "object" && value !== null && #state in value ? value.#state : undefined;
    };
  }

  constructor(token?: unknown) {
    if (token !== OURS) throw illegalConstructor();
    super();
  }

  static abort(reason?: unknown): AbortSignal {
    const signal = new AbortSignal(OURS);
    setAborted(signal, reasonOr(reason));
    return signal;
  }

  static timeout(delay?: unknown): AbortSignal {
    checkNumber(delay, "delay");
    if (!Number.isInteger(delay)) throw outOfRange("delay", "an integer", delay);
    if (delay < 0 || delay > 2 ** 32 - 1) throw outOfRange("delay", ">= 0 && <= 4294967295", delay);
    const signal = new AbortSignal(OURS);
    run().timers.start("AbortSignal.timeout", delay, () => {
      abort(signal, new DOMException("The operation was aborted due to timeout", "TimeoutError"));
    });
    return signal;
  }

  static any(signals?: unknown): AbortSignal {
    const given = signalList(signals);
    const signal = new AbortSignal(OURS);
    const aborted = given.find((source) => stateOf(source)!.aborted);
    if (aborted) setAborted(signal, stateOf(aborted)!.reason);
    else follow(signal, given);
    return signal;
  }

  get aborted(): boolean {
    return this.#state.aborted;
  }

  get reason(): unknown {
    return this.#state.reason;
  }

  throwIfAborted(): void {
    if (this.#state.aborted) throw this.#state.reason;
  }

  get onabort(): unknown {
    return this.#onabort;
  }

  // A handler keeps its place among the listeners when it is replaced, and loses it when it is taken away.
  set onabort(value: unknown) {
    this.#onabort = typeof value === "object" || typeof value === "function" ? value : null;
    if (this.#onabort === null) {
      this.#ignoreHandler?.();
      this.#ignoreHandler = undefined;
      return;
    }
    this.#ignoreHandler ??= listen(this, "abort", (event) => {
      if (typeof this.#onabort === "function") Reflect.apply(this.#onabort, this, [event]);
    });
  }
}
finishClass("AbortSignal", AbortSignal);

class AbortController {
  #signal = new AbortSignal(OURS);

  get signal(): AbortSignal {
    return this.#signal;
  }

  abort(reason?: unknown): void {
    abort(this.#signal, reasonOr(reason));
  }
}
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

function reasonOr(reason: unknown): unknown {
  return reason === undefined ? new DOMException("This operation was aborted", "AbortError") : reason;
}

function signalList(signals: unknown): object[] {
  const iterable = typeof signals === "object" && signals !== null && Symbol.iterator in signals;
  if (!iterable) throw invalidArgument("signals", "an iterable of AbortSignal", signals);
  const list = [...(signals as Iterable<unknown>)];
  const wrong = list.findIndex((value) => !stateOf(value));
  if (wrong >= 0) throw invalidArgument(`signals[${wrong}]`, "an instance of AbortSignal", list[wrong]);
  return list as object[];
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
  isSignal: (value): value is object => stateOf(value) !== undefined,
  isAborted: (signal) => stateOf(signal)!.aborted,
  whenAborted: (signal, act) => void abortInternals.whenAborted(signal as Signal, act),
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
