// Slips that can happen in any exercise, for the judge to tell whatever the grader says: by the trace, and where that leaves
// several causes open by what stands in the program. Such a construct alone names nothing: its symptom must be there, too.

import { equal, fromPlain, isNode, isUndefined, type Plain, refOf } from "../../trace/plain.ts";
import {
  type Call,
  CLOCK_LOOP,
  type Construct,
  notesOf,
  outcomeOf,
  peakConcurrency,
  type Trace,
} from "../../trace/trace.ts";
import type { Mistakes } from "../grader.ts";
import { allInOnePlace, polled, wentOn } from "./gathered.ts";
import { holdsFunction, holdsPromise, holdsReport, isBoxed, isErrorNamed, partsOf } from "./values.ts";

export function stands(trace: Trace, construct: Construct): boolean {
  return trace.program?.constructs.includes(construct) ?? false;
}

/** Of the names that graders have predicates for, those that say more than such a slip does: they go before all. */
export const SPECIAL = new Set(["never-starts"]);

/** Asked before whatever the grader names: these are certain. */
export const before: Mistakes = {
  "not-called": notCalled,
  "called-not-passed": (trace) => stands(trace, "called callback") || calledEarly(trace),
  "passed-not-called": (trace) => stands(trace, "uncalled callback"),
  "wrong-event": (trace) => stands(trace, "unknown event") && hasAbort(trace),
  "microtask-is-no-yield": (trace) => spins(trace) && stands(trace, "clock loop that awaits"),
  "blocking-sleep": (trace) => spins(trace) && stands(trace, "clock loop"),
  "busy-wait": (trace) =>
    (stands(trace, "clock loop that pauses") && trace.timersMade.length > 0) ||
    (stands(trace, "loop that pauses") && trace.timersMade.length > 2 * trace.calls.length + 2),
  "seconds-for-milliseconds": (trace) =>
    (stands(trace, "times 1000") && timedBy(1000, trace)) ||
    (stands(trace, "over 1000") && timedBy(1 / 1000, trace)),
  "one-in-every-place": (trace) =>
    stands(trace, "filled with one call") && trace.calls.length > 1 && peakConcurrency(trace) === 1,
  "missing-return": (trace) =>
    wentOn(trace) && (trace.program?.dropped ?? []).some((name) => notesOf(trace, name).length === 0),
  "for-each-async": (trace) => stands(trace, "forEach of async") && nobodyWaited(trace),
  "forgotten-await": (trace) => saidBy(trace).some(holdsPromise),
  "return-without-await": (trace) => stands(trace, "returned before finally") && tidiedTooEarly(trace),
  "lost-rejection": (trace) =>
    stands(trace, "async executor") && isPending(trace) && trace.floating.length > 0,
  "shared-state": (trace) => stands(trace, "controller outside") && trace.calls.some(wasStopped),
  "timer-leak": (trace) => lateTimerRejects(trace) && !stands(trace, "cleared in any case"),
};

/** Of these the ones that a construct alone tells: whose program has none, did something else that looks alike. */
export const BY_PROGRAM = new Set([
  "called-not-passed",
  "one-in-every-place",
  "passed-not-called",
  "wrong-event",
  "for-each-async",
]);

/** Of the names that graders have predicates for, those that are as certain: they go before what an expectation names. */
export const CERTAIN = new Set([
  ...["wrong-combinator", "clock-read-too-late", "others-unused", "retry-in-place-of-queue"],
  ...["abort-by-error", "async-wrapper", "runs-on-loop", "async-job"],
  ...["same-winner-again", "list-for-iterator", "first-failure-lost", "service-unused"],
]);

/**
 * As certain as those, after them: how it ended says less than why. What the world itself made was thrown by a function that
 * it had handed out: where that was called is the grader's to say.
 */
export const ended: Mistakes = {
  "throw-in-callback": ({ end, outcomes, uncaught }) =>
    end === "crashed" && outcomes.main !== undefined && refOf(uncaught!.reason) === undefined,
};

/** Asked where nobody else has a name. */
export const after: Mistakes = {
  "missing-return": (trace) => stands(trace, "nothing returned") && cameToNothing(trace),
  "busy-wait": (trace) =>
    polled(trace) && trace.timersMade.length > 3 * (trace.calls.length + outcomes(trace).length) + 8,
};

/** Whether another combinator stands where this one belongs, and the outcome did not come with the first that could decide. */
export const inPlaceOf =
  (right: "all" | "allSettled" | "any" | "race") =>
  (trace: Trace): boolean => {
    const others = (["all", "allSettled", "any", "race"] as const).filter((name) => name !== right);
    const stand = others.some((name) => stands(trace, `Promise.${name}`));
    if (!stand || stands(trace, `Promise.${right}`)) return false;
    const { state, settled, value } = outcomeOf(trace);
    const moments = [
      ...trace.calls.flatMap(({ end }) => end?.at ?? []),
      ...trace.timersMade.map(({ dueAt }) => dueAt),
      ...notesOf(trace, "abort").map(({ at }) => at),
    ];
    const late = settled !== undefined && settled.at > Math.min(...moments);
    const list = value !== undefined && isNode(value) && value.t === "array";
    return state === "pending" || late || list || isErrorNamed(value, "AggregateError");
  };

/** Whether it went on before a callback of a `then` that nobody waits for had its turn. */
export function leftAlone(trace: Trace): boolean {
  const { state } = outcomeOf(trace);
  return wentOn(trace) && stands(trace, "then left alone") && (state === "fulfilled" || state === "returned");
}

/** Whether several calls got all the same, by functions that were made in a loop and read what that had come to in the end. */
export function readTooLate(trace: Trace): boolean {
  const [first, ...others] = trace.calls.map(({ args }) => args[0] ?? null);
  const same = others.length > 0 && others.every((arg) => equal(arg, first!));
  return allInOnePlace(trace) || (same && stands(trace, "one variable for all rounds"));
}

/** Whether it reads the clock, but not before the call has ended: no timer could tell it sooner. */
export function clockReadTooLate(trace: Trace): boolean {
  const { settled } = outcomeOf(trace);
  const [call] = trace.calls;
  const late = call?.end !== undefined && settled !== undefined && settled.seq > call.end.seq;
  return late && stands(trace, "clock read") && trace.timersMade.length === 0;
}

/** Whether it handed over what a service gave that was called there and then: a promise. */
function calledEarly({ calls, program }: Trace): boolean {
  return calls.some(({ service, on }) => on === "async" && program?.early.includes(service));
}

/** Whether a function came out or was handed on in place of what it returns; or is awaited, and nobody has called it. */
function notCalled(trace: Trace): boolean {
  const isOwn = (each: Plain) => isMade(trace, each);
  const said = trace.calls.some(takesCallbacks) ? [] : saidBy(trace);
  if (said.some((value) => !isLikeMade(trace, value) && holdsFunction(value, isOwn))) return true;
  if (stands(trace, "function awaited")) return true;
  const { uncalled = [] } = trace.program ?? {};
  if (uncalled.length > 0 && trace.calls.length === 0) return true;
  return (
    stands(trace, "returned generator function") &&
    outcomes(trace).some(({ value }) => isErrorNamed(value, "TypeError"))
  );
}

/** It was called with several functions, as `then` is, in place of its own arguments: they may come out of it again. */
const takesCallbacks = ({ args }: Call) => args.filter((each) => holdsFunction(each)).length > 1;

/** It is the scenario's own, which was to come out as it is. */
const isMade = ({ made }: Trace, value: Plain) => Object.hasOwn(made, refOf(value) ?? "");

/** It has the properties of one of the scenario's own objects, functions among them: it stands in for that. */
function isLikeMade({ made }: Trace, value: Plain): boolean {
  const keys = (each: Plain) => isNode(each) && each.t === "object" && each.props.map(([key]) => key).join();
  const own = keys(value);
  return Boolean(own) && Object.values(made).some((each) => keys(each) === own);
}

/** Whether nobody handles what a timer rejected with that was left when all was over: without the timer there is no rejection. */
function lateTimerRejects({ floating: [stray], left }: Trace): boolean {
  return (
    stray !== undefined &&
    refOf(stray.reason) === undefined &&
    (left?.timers.some(({ kind, dueAt }) => kind !== "AbortSignal.timeout" && dueAt === stray.at) ?? false)
  );
}

/** What the program came to, called with, and logged. */
function saidBy(trace: Trace): Plain[] {
  const values = outcomes(trace).flatMap(({ state, value }) =>
    value !== undefined && state !== "returned" ? [value] : [],
  );
  return [
    ...values,
    ...trace.calls.flatMap(({ args }) => args.slice(0, 1)),
    ...trace.notes.map(({ value }) => value),
  ];
}

const outcomes = (trace: Trace) => Object.values(trace.outcomes);
const isPending = (trace: Trace) => outcomes(trace).some(({ state }) => state === "pending");

/** Whether nothing was returned, or a part of what came out is nothing, though no call came to nothing. */
function cameToNothing(trace: Trace): boolean {
  const given = trace.calls.some(({ how, value }) => how === "fulfilled" && isUndefined(value!));
  return outcomes(trace).some(
    ({ state, value = null }) =>
      (state === "returned" && isUndefined(value)) ||
      (state === "fulfilled" && !given && partsOf(value).some(isUndefined)),
  );
}

/** Whether it came later than an abort, or than a timer of its own was due that it had cleared: nobody listened any more. */
function tidiedTooEarly(trace: Trace): boolean {
  const missed = [
    ...notesOf(trace, "abort").map(({ at }) => at),
    ...trace.timersMade.flatMap(({ cleared, dueAt }) => (cleared === undefined ? [] : dueAt)),
  ];
  return outcomes(trace).some(({ settled }) => missed.some((at) => at < (settled?.at ?? Infinity)));
}

const hasAbort = (trace: Trace) =>
  notesOf(trace, "abort").length > 0 || trace.calls.some(({ signal }) => signal?.aborted);
const spins = ({ blocked }: Trace) => blocked.some(({ by }) => by === CLOCK_LOOP);

/** Whether something was over before any of the calls was that did not throw at once. */
function nobodyWaited({ calls, ...trace }: Trace): boolean {
  const first = Math.min(
    ...calls.map(({ how, end }) => (how === "threw" ? undefined : end)?.seq ?? Infinity),
  );
  const over = Object.values(trace.outcomes).some(
    ({ state, settled }) => state === "fulfilled" && settled!.seq < first,
  );
  return calls.length > 0 && over;
}

/** Whether a timer is so many times what was asked for; one of less than a ms takes a ms. */
function timedBy(factor: number, { timersMade, input = null }: Trace): boolean {
  const asked = [1000, 2000, ...numbersIn(fromPlain(input))];
  const is = (ms: number, each: number) =>
    each > 0 && (ms === factor * each || (factor < 1 && ms === Math.max(1, Math.trunc(factor * each))));
  return timersMade.some(({ ms }) => ms > 0 && asked.some((each) => is(ms, each)));
}

function numbersIn(value: unknown): number[] {
  if (typeof value === "number") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

/** Whether it was told to stop before it began, or after it had ended. */
function wasStopped({ signal, start, end }: Call): boolean {
  const aborted = signal?.aborted;
  return aborted !== undefined && (aborted.at <= start.at || (end !== undefined && aborted.seq > end.seq));
}

/** The same of what an expectation holds for likely. */
export const likely: Mistakes = { "missing-return": (trace) => stands(trace, "nothing returned") };

/**
 * Misconception id -> whether what it says can be in this trace at all. Whoever names one that cannot is not believed.
 */
export const possible: Mistakes = {
  "swallowed-error": (trace) =>
    outcomes(trace).some(({ state }) => state === "fulfilled") || notesOf(trace, "value").length > 0,
  "settled-wrappers": (trace) => saidBy(trace).some(holdsReport),
  "wrapped-error": (trace) => saidBy(trace).some((value) => isMadeOf(value, trace)),
  "starts-after-abort": (trace) => {
    const at = abortedAt(trace);
    return (
      trace.calls.some(({ start }) => start.at >= at) || trace.timersMade.some(({ madeAt }) => madeAt >= at)
    );
  },
};

/** The same of what a predicate names: an expectation that names one outright has asked for more. */
export const evident: Mistakes = {
  "falsy-is-nothing": ({ calls }) => calls.length > 0,
};

/** Virtual ms of the first abort. */
function abortedAt(trace: Trace): number {
  const seen = trace.calls.flatMap(({ signal }) => signal?.aborted?.at ?? []);
  return Math.min(...seen, ...notesOf(trace, "abort").map(({ at }) => at));
}

/** Whether an error of its own is in the value, or the words of a call's failure. */
function isMadeOf(value: Plain, trace: Trace): boolean {
  if (isBoxed(value)) return true;
  if (isNode(value) && value.t === "error")
    return value.ref === undefined || (value.errors ?? []).some((each) => isMadeOf(each, trace));
  if (typeof value === "string")
    return trace.calls.some(
      ({ how, value: own }) => how !== "fulfilled" && own !== undefined && holdsWords(value, own),
    );
  return partsOf(value).some((part) => isMadeOf(part, trace));
}

function holdsWords(text: string, failure: Plain): boolean {
  const words = isNode(failure) && failure.t === "error" ? failure.message : failure;
  return typeof words === "string" && words !== "" && text.includes(words);
}
