// What the trace of several attempts, of which the first success counts, shows to be wrong.
import * as gathered from "./gathered.ts";
import type { Mistakes } from "./grader.ts";
import { equal, identical } from "./plain.ts";
import { type Call, outcomeOf, type Trace } from "./trace.ts";
import { isErrorNamed, isFalsy } from "./values.ts";

/** Whether the call rejected or threw. */
const hasFailed = ({ how }: Call) => how === "rejected" || how === "threw";
/** The calls that ended by themselves, in the order in which they did. */
const byEnd = ({ calls }: Trace) =>
  calls
    .filter(({ end, signal }) => end && !(signal?.aborted && signal.aborted.seq < end.seq))
    .toSorted((a, b) => a.end!.seq - b.end!.seq);
const firstWin = (trace: Trace) => byEnd(trace).find(({ how }) => how === "fulfilled");

/** Mistakes with calls, one for each attempt, of which the first to succeed counts. */
export const mistakes: Mistakes = {
  "busy-wait": ({ calls, timersMade }) => timersMade.length > calls.length + 1,
  "repeated-call": ({ calls }) =>
    calls.some(({ args }, at) => calls.some((other, n) => n > at && equal(other.args[0]!, args[0]!))),
  "sequential-await": (trace) =>
    gathered.oneByOne(trace) && trace.calls.at(-1)!.start.at > trace.calls[0]!.start.at,
  "partly-concurrent": gathered.someTogether,
  "late-start": (trace) => gathered.staggered(trace) || gathered.startedLate(trace),
  "forgotten-await": gathered.unawaited,
  "settled-wrappers": gathered.reportsOfAllSettled,
  "first-settled": (trace) => {
    const [first] = byEnd(trace);
    const { state, settled, value } = outcomeOf(trace);
    if (state !== "rejected" || !first || !hasFailed(first)) return false;
    const others = trace.calls.some(({ end }) => !end || end.seq > settled!.seq);
    return others && identical(value!, first.value!);
  },
  "waits-for-all": (trace) => {
    const { state, settled } = outcomeOf(trace);
    const win = firstWin(trace);
    const last = Math.max(...trace.calls.map(({ end }) => end?.at ?? Number.POSITIVE_INFINITY));
    return state === "fulfilled" && win !== undefined && settled!.at > win.end!.at && settled!.at === last;
  },
  "first-error-only": (trace) => {
    const { state, value } = outcomeOf(trace);
    const all = trace.calls.every((call) => call.end && hasFailed(call));
    return state === "rejected" && all && trace.calls.some((call) => identical(value!, call.value!));
  },
  "generic-error": (trace) => {
    const { state, value } = outcomeOf(trace);
    const over = trace.calls.every(({ end, how }) => end && how !== "fulfilled");
    return state === "rejected" && over && !isErrorNamed(value, "AggregateError");
  },
  "swallowed-error": (trace) =>
    outcomeOf(trace).state === "fulfilled" && trace.calls.length > 0 && trace.calls.every(hasFailed),
  "lost-rejection": (trace) =>
    outcomeOf(trace).state === "pending" && trace.calls.length > 0 && trace.calls.every(hasFailed),
};
/** Also that a falsy result was taken for none. */
export const falsyWins: Mistakes = {
  ...mistakes,
  "falsy-is-nothing": (trace) => {
    const win = firstWin(trace);
    return win !== undefined && isFalsy(win.value!);
  },
};
/** Also that a falsy reason was taken for none. */
export const falsyFails: Mistakes = {
  ...mistakes,
  "falsy-is-nothing": ({ calls }) => calls.some((call) => hasFailed(call) && isFalsy(call.value!)),
};
