// node:timers/promises on the virtual clock, behaving as Node's own does.
import type { LeftTimer } from "../../trace/trace.ts";
import { onAbort } from "./abort.ts";
import { warnOfDelay } from "./delay-warning.ts";
import {
  abortError,
  checkBoolean,
  checkNumber,
  checkObject,
  checkSignal,
  illegalConstructor,
  invalidThis,
} from "./errors.ts";
import { finishClass } from "./overrides.ts";
import { run } from "./run.ts";

/** The options' signal. `ref` makes no difference here. Throws on wrong options, and on a signal that has aborted. */
function signalOf(options: unknown): AbortSignal | undefined {
  checkObject(options, "options");
  if (options.signal !== undefined) checkSignal(options.signal, "options.signal");
  if (options.ref !== undefined) checkBoolean(options.ref, "options.ref");
  const { signal } = options;
  if (signal?.aborted) throw abortError(signal.reason);
  return signal;
}

function wait(kind: LeftTimer["kind"], delay: unknown, value: unknown, options: unknown): Promise<unknown> {
  try {
    if (delay !== undefined) checkNumber(delay, "delay");
    const signal = signalOf(options);
    if (kind !== "immediate") warnOfDelay(delay);
    return startWait(kind, delay, value, signal);
  } catch (error) {
    return Promise.reject(error);
  }
}

function startWait(kind: LeftTimer["kind"], delay: unknown, value: unknown, signal: AbortSignal | undefined) {
  const { promise, resolve, reject } = Promise.withResolvers();
  const timer = run().timers.start(kind, delay, () => resolve(value));
  if (!signal) return promise;
  const stopListening = onAbort(signal, () => {
    if (timer.clear()) reject(abortError(signal.reason));
  });
  return promise.finally(stopListening);
}

/** Each tick is kept until it is asked for; an abort throws once the kept ones have been taken. */
async function* intervals(delay: unknown, value: unknown, options: unknown): AsyncGenerator<unknown, void> {
  if (delay !== undefined) checkNumber(delay, "delay");
  const signal = signalOf(options);
  warnOfDelay(delay);
  let ticks = 0;
  let wake = () => {};
  const timer = run().timers.start("interval", delay, () => {
    ticks++;
    wake();
  });
  const stopListening =
    signal &&
    onAbort(signal, () => {
      timer.clear();
      wake();
    });
  try {
    while (!signal?.aborted) {
      if (ticks === 0) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      for (; ticks > 0; ticks--) yield value;
    }
    throw abortError(signal.reason);
  } finally {
    timer.clear();
    stopListening?.();
  }
}

// Every interval inherits from it, in every run.
Object.freeze(intervals.prototype);

const GENUINE = new WeakSet<object>();

class Scheduler {
  constructor() {
    throw illegalConstructor();
  }

  yield(): Promise<unknown> {
    if (!GENUINE.has(this)) throw invalidThis("Scheduler");
    return wait("immediate", undefined, undefined, {});
  }

  wait(delay: unknown, options: unknown = {}): Promise<unknown> {
    if (!GENUINE.has(this)) throw invalidThis("Scheduler");
    return wait("timeout", delay, undefined, options);
  }
}
finishClass("Scheduler", Scheduler, { tag: false });
const scheduler = Object.create(Scheduler.prototype);
GENUINE.add(scheduler);

// Node's order of parameters, and its lengths.
const { setTimeout, setImmediate, setInterval } = {
  setTimeout: (delay: unknown, value: unknown, options: unknown = {}) =>
    wait("timeout", delay, value, options),
  setImmediate: (value: unknown, options: unknown = {}) => wait("immediate", undefined, value, options),
  setInterval: (delay: unknown, value: unknown, options: unknown = {}) => intervals(delay, value, options),
};

/** The module's exports. */
export const timersPromises = { setTimeout, setImmediate, setInterval, scheduler };
