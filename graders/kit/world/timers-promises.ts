// node:timers/promises on the virtual clock, behaving as Node's own does.
import type { LeftTimer } from "../trace.ts";
import { onAbort } from "./abort.ts";
import { abortError, checkBoolean, checkNumber, checkObject, checkSignal, invalidThis } from "./errors.ts";
import { run } from "./run.ts";

/** The options' signal. `ref` makes no difference here. Throws on wrong options, and on a signal that has aborted. */
function signalOf(options: unknown): AbortSignal | undefined {
  checkObject(options, "options");
  const { signal, ref = true } = options;
  checkSignal(signal, "options.signal");
  checkBoolean(ref, "options.ref");
  if (signal?.aborted) throw abortError(signal.reason);
  return signal;
}

function wait(kind: LeftTimer["kind"], delay: unknown, value: unknown, options: unknown): Promise<unknown> {
  try {
    if (delay !== undefined) checkNumber(delay, "delay");
    return startWait(kind, delay, value, signalOf(options));
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

const scheduler = {
  yield(this: unknown): Promise<unknown> {
    if (this !== scheduler) throw invalidThis("Scheduler");
    return wait("immediate", undefined, undefined, {});
  },
  wait(this: unknown, delay?: unknown, options: unknown = {}): Promise<unknown> {
    if (this !== scheduler) throw invalidThis("Scheduler");
    return wait("timeout", delay, undefined, options);
  },
};

/** The module's exports. */
export const timersPromises = {
  setTimeout: (delay?: unknown, value?: unknown, options: unknown = {}) =>
    wait("timeout", delay, value, options),
  setImmediate: (value?: unknown, options: unknown = {}) => wait("immediate", undefined, value, options),
  setInterval: (delay?: unknown, value?: unknown, options: unknown = {}) => intervals(delay, value, options),
  scheduler,
};
