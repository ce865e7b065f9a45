// Questions about a trace in which several calls' results are gathered into a list, for telling mistakes apart.

import { equal, identical, isNode, isUndefined, type Plain } from "../../trace/plain.ts";
import { type Call, type LeftTimer, outcomeOf, type Trace } from "../../trace/trace.ts";
import type { Mistakes } from "../grader.ts";
import {
  holdsPromise,
  holdsReport,
  isEmpty,
  isErrorNamed,
  isFalsy,
  isWrapping,
  partsOf,
  textIn,
} from "./values.ts";

/** Mistakes with calls that begin together, whose results are gathered and whose first failure comes out. */
export const mistakes: Mistakes = {
  "settled-wrappers": reportsOfAllSettled,
  "sequential-await": oneByOne,
  "partly-concurrent": someTogether,
  "late-start": (trace) => staggered(trace) || startedLate(trace),
  "length-is-no-count": withGaps,
  "forgotten-await": unawaited,
  "lost-rejection": failureLost,
  "race-instead-of-all": onlyOneResult,
  "completion-order": inOrderOfEnd,
  "wrapped-error": (trace) => failureWrapped(trace) || failuresWrapped(trace),
  // For inputs with falsy values that come after others, or shrink to others unless they are what it fails for.
  "falsy-is-nothing": ({ calls }) => calls.some(({ end, value }) => end && isFalsy(value!)),
  "swallowed-error": failureSwallowed,
  "floating-rejection": ({ floating }) => floating.length > 0,
  "late-rejection": rejectedLate,
  "generic-error": failureReplaced,
};

/** Whether it fulfilled with a promise, or with anything before a call had ended. */
export function unawaited(trace: Trace): boolean {
  if (holdsPromise(outcomeOf(trace).value)) return true;
  return fulfilledWith(trace) !== undefined && trace.calls.length > 0 && ended(trace).length === 0;
}

/** Whether it went on while a call was under way: fulfilled, or tripped over a promise that it took for a result. */
export function wentOn(trace: Trace): boolean {
  const { settled, state, value } = outcomeOf(trace);
  if (holdsPromise(value)) return true;
  const early = settled !== undefined && trace.calls.some(({ end }) => !end || end.seq > settled.seq);
  return early && (state === "fulfilled" || isErrorNamed(value, "TypeError"));
}

/** Whether it fulfilled or returned with nothing, or a list of nothing, although no call had failed. */
export function nothingReturned(trace: Trace): boolean {
  if (failed(trace).length > 0) return false;
  const { state, value } = outcomeOf(trace);
  if (state === "returned") return isUndefined(value!);
  const items = isList(fulfilledWith(trace)) ? partsOf(value!) : [];
  return state === "fulfilled" && (isUndefined(value!) || (items.length > 0 && items.every(isUndefined)));
}

/** Whether it fulfilled with the objects that `Promise.allSettled` makes, or with one of them. */
export function reportsOfAllSettled(trace: Trace): boolean {
  return [...listed(trace), fulfilledWith(trace) ?? null].some(holdsReport);
}

/**
 * Whether it fulfilled with the results of all calls in the order in which they ended, or from the last to the first, which is not
 * that of the start.
 */
export function inOrderOfEnd(trace: Trace): boolean {
  const calls = ended(trace);
  const byEnd = calls.toSorted((a, b) => a.end!.seq - b.end!.seq);
  const items = listed(trace);
  if (items.length !== calls.length || sameResults(items, calls)) return false;
  // The list of the calls the wrong way round is another mistake, and of two nobody knows.
  const backwards = sameResults(items, byEnd.toReversed()) && !sameResults(items, calls.toReversed());
  return backwards || sameResults(items, byEnd);
}

/** Whether it fulfilled while calls were under way, with a list in which places are still empty. */
export function withGaps(trace: Trace): boolean {
  const value = fulfilledWith(trace);
  const early = ended(trace).length < trace.calls.length;
  return early && value !== undefined && partsOf(value).some((item) => isNode(item) && item.t === "hole");
}

/** Whether it fulfilled with a list in which one result has been put into a place behind those of all calls, and nothing else. */
export function allInOnePlace({ calls, ...trace }: Trace): boolean {
  const items = listed({ calls, ...trace });
  const [last, ...others] = items.toReversed();
  const empty = others.every((item) => isNode(item) && item.t === "hole");
  return calls.length > 1 && others.length >= calls.length && empty && isResult(last!, calls);
}

/** Whether it fulfilled with one call's result (or a list of it) while others were still under way. */
export function onlyOneResult(trace: Trace): boolean {
  const value = fulfilledWith(trace);
  if (value === undefined || ended(trace).length === trace.calls.length) return false;
  const only = isList(value) && partsOf(value).length === 1 ? partsOf(value)[0]! : value;
  return ended(trace).some(({ how, value: own }) => how === "fulfilled" && equal(own!, only));
}

/** Whether it fulfilled when the last call ended, with the results of all in whatever shape. */
export function allResultsInside(trace: Trace): boolean {
  const value = fulfilledWith(trace);
  const last = Math.max(...trace.calls.map(({ end }) => end?.at ?? Number.POSITIVE_INFINITY));
  if (value === undefined || outcomeOf(trace).settled!.at !== last) return false;
  const inside = textIn(value);
  return ended(trace).every((call) => lastText(call) !== "" && inside.includes(lastText(call)));
}

/** Whether each of several calls began at the moment when the one before had ended. */
export function oneByOne({ calls }: Trace): boolean {
  return (
    calls.length > 1 &&
    calls.every(({ start }, index) => index === 0 || start.at === calls[index - 1]!.end?.at)
  );
}

/** Whether some calls began together, and others only when one of them had ended. */
export function someTogether(trace: Trace): boolean {
  const waited = trace.calls.filter(({ start }) => start.at > trace.calls[0]!.start.at);
  const ends = new Set(trace.calls.map(({ end }) => end?.at));
  return !oneByOne(trace) && waited.length > 0 && waited.every(({ start }) => ends.has(start.at));
}

/** Whether a call began later than the first for no other call's sake. */
export function staggered(trace: Trace): boolean {
  const ends = new Set(trace.calls.map(({ end }) => end?.at));
  return trace.calls.some(({ start }) => start.at > trace.calls[0]!.start.at && !ends.has(start.at));
}

/** Whether it fulfilled although a call had failed by then. */
export function failureSwallowed(trace: Trace): boolean {
  return failed(trace).length > 0 && outcomeOf(trace).state === "fulfilled";
}

/** Whether it fulfilled at the first failure, while others were still under way. */
export function fulfilledAtFailure(trace: Trace): boolean {
  const [first] = failed(trace).toSorted((a, b) => a.end!.seq - b.end!.seq);
  const early = ended(trace).length < trace.calls.length;
  return early && outcomeOf(trace).state === "fulfilled" && first?.end?.at === outcomeOf(trace).settled!.at;
}

/** Whether it never settled although a call failed. */
export function failureLost(trace: Trace): boolean {
  return failed(trace).length > 0 && outcomeOf(trace).state === "pending";
}

/** Whether it rejected later than the first failure, when another call ended. */
export function rejectedLate(trace: Trace): boolean {
  const { state, settled } = outcomeOf(trace);
  const late = state === "rejected" && failed(trace).some(({ end }) => end!.at < settled!.at);
  return late && trace.calls.some(({ end }) => end?.at === settled!.at);
}

/** Whether it rejected with a new error that holds a call's own. */
export function failureWrapped(trace: Trace): boolean {
  const { state, value } = outcomeOf(trace);
  return state === "rejected" && failed(trace).some((call) => isWrapping(value!, call.value!));
}

/** Whether it rejected with an error that is none of the calls' own. */
export function failureReplaced(trace: Trace): boolean {
  const { state, value } = outcomeOf(trace);
  const own = failed(trace).map((call) => call.value!);
  return (
    state === "rejected" && own.length > 0 && isNode(value!) && value.t === "error" && value.ref === undefined
  );
}

/** Whether it came to the very thing that a call had thrown at once, in place of returning a promise. */
export function throwCameOut(trace: Trace): boolean {
  const { value } = outcomeOf(trace);
  return (
    value !== undefined && trace.calls.some((call) => call.how === "threw" && identical(call.value!, value))
  );
}

/** Whether it rejected at a call's failure, but with something else than that. */
export function failureChanged(trace: Trace): boolean {
  const { state, settled, value } = outcomeOf(trace);
  const at = failed(trace).filter(({ end }) => end!.at === settled?.at);
  return state === "rejected" && at.length > 0 && !at.some((call) => identical(value!, call.value!));
}

/** Whether it rejected with nothing, although a call had failed with something. */
export function reasonLost(trace: Trace): boolean {
  return failureChanged(trace) && isUndefined(outcomeOf(trace).value!);
}

/** Whether a call came to an empty list or object. For inputs with such that come after others. */
export function emptyCame({ calls }: Trace): boolean {
  return calls.some(({ how, value }) => how === "fulfilled" && isEmpty(value!));
}

/** Whether the first call began later than it could. */
export function startedLate(trace: Trace): boolean {
  return (trace.calls[0]?.start.at ?? 0) > outcomeOf(trace).start.at;
}

/** Whether it went on when a timer of its own was due, and had not waited for a call before it made that timer. */
export function settledByTimer(trace: Trace): boolean {
  const { state, settled, value } = outcomeOf(trace);
  const wentOn = state === "fulfilled" || isErrorNamed(value, "TypeError");
  const blind = ({ madeAt, dueAt }: LeftTimer) =>
    dueAt === settled?.at && trace.calls.some(({ end }) => !end || end.at > madeAt);
  return wentOn && trace.timersMade.some(blind);
}

/** Whether it rejected when a timer of its own was due, though nothing had failed, and calls were still under way. */
export function gaveUp(trace: Trace, label?: string): boolean {
  const { state, settled } = outcomeOf(trace, label);
  if (state !== "rejected") return false;
  const over = trace.calls.filter(({ end }) => end && end.seq < settled!.seq);
  const failing = over.some(({ how }) => how !== "fulfilled");
  const due = trace.timersMade.some(({ dueAt }) => dueAt === settled!.at);
  return due && !failing && over.length < trace.calls.length;
}

/** Of whatever outcomes: whether one rejected with an error of its own when a timer of its own was due, and no call failed then, or was refused. */
export function oneGaveUp({ outcomes, calls, timersMade }: Trace): boolean {
  const failures = calls.filter(({ start, end, how }) => end && how !== "fulfilled" && start.at < end.at);
  return Object.values(outcomes).some(({ state, settled, value = null }) => {
    const own = state === "rejected" && isNode(value) && value.t === "error" && value.ref === undefined;
    const failed = failures.some(({ end }) => end!.at === settled?.at);
    return own && !failed && timersMade.some(({ dueAt }) => dueAt === settled!.at);
  });
}

/**
 * Whether each result stands in the place that a counter said when its call had ended, not when it began: so many calls had begun
 * by then, or one less.
 */
export function placedByCounter(trace: Trace): boolean {
  const calls = ended(trace).toSorted((a, b) => a.end!.seq - b.end!.seq);
  const items = listed(trace);
  const right = trace.calls.every(({ value = null }, index) => equal(items[index] ?? null, value));
  const placed = (less: number) => {
    const places = new Map<number, Plain>();
    for (const { end, value = null } of calls)
      places.set(trace.calls.filter(({ start }) => start.seq < end!.seq).length - less, value);
    const length = Math.max(...places.keys()) + 1;
    const fits = (item: Plain, place: number) =>
      places.has(place) ? equal(item, places.get(place)!) : isNode(item) && item.t === "hole";
    return items.length === length && items.every(fits);
  };
  return trace.calls.length > 1 && !right && (placed(1) || placed(0));
}

/** Whether it looked again and again, timer after timer. */
export function polled({ timersMade }: Trace): boolean {
  return timersMade.length > 4 || timersMade.some(({ kind }) => kind === "interval");
}

/** Whether a wait of so many ms is made of shorter timers: one was set when another was over, and no call had ended then. */
export function waitedInSlices({ timersMade, calls }: Trace, wait: number): boolean {
  const slices = timersMade.filter(({ ms }) => ms < wait);
  const dues = new Set(slices.map(({ dueAt }) => dueAt));
  return slices.some(({ madeAt }) => dues.has(madeAt) && !calls.some(({ end }) => end?.at === madeAt));
}

/** Whether it looked every so often whether something had happened; `but`: virtual ms of an interval that is right. */
export function lookedNowAndThen({ timersMade }: Trace, but?: number): boolean {
  return timersMade.some(({ kind, ms }) => kind === "interval" && ms !== but);
}

/** Whether it was called again with the same arguments after it had ended. */
export function calledAgain({ calls }: Trace): boolean {
  const same = (a: Call, b: Call) => equal({ t: "array", items: a.args }, { t: "array", items: b.args });
  return calls.some((call) =>
    calls.some((other) => call.end && other.start.seq > call.end.seq && same(call, other)),
  );
}

/** Whether it fulfilled with one item a call, and has other values where a call failed, and only there. */
export function failuresReplaced(trace: Trace): boolean {
  const wrong = misplaced(trace);
  return wrong.length > 0 && wrong.every(({ call }) => call.how !== "fulfilled");
}

/** As `failuresReplaced`, by what is made of these failures: errors of its own, or their words. */
export function failuresWrapped(trace: Trace): boolean {
  const isMade = (item: Plain, { value }: Call) =>
    typeof item === "string"
      ? isNode(value!) && value.t === "error" && item.includes(value.message)
      : isNode(item) && item.t === "error" && item.ref === undefined;
  return failuresReplaced(trace) && misplaced(trace).every(({ call, item }) => isMade(item, call));
}

/** Whether some calls failed, and it fulfilled with the results of the others alone. */
export function failuresLeftOut(trace: Trace): boolean {
  const successes = ended(trace).filter(({ how }) => how === "fulfilled");
  const items = listed(trace);
  return (
    isList(fulfilledWith(trace)) &&
    failed(trace).length > 0 &&
    items.length === successes.length &&
    sameResults(items, successes)
  );
}

/** Whether it rejected with a call's own failure (a falsy one does not tell enough). */
export function rejectedAsCall(trace: Trace): boolean {
  const { state, value } = outcomeOf(trace);
  return (
    state === "rejected" && !isFalsy(value!) && failed(trace).some((call) => identical(call.value!, value!))
  );
}

/** The calls whose outcome is not what stands in their place, with what does. None if there is not an item for each. */
function misplaced(trace: Trace): { call: Call; item: Plain }[] {
  const [items, calls] = [listed(trace), ended(trace)];
  if (items.length !== calls.length) return [];
  const pairs = calls.map((call, index) => ({ call, item: items[index]! }));
  return pairs.filter(({ call, item }) => !equal(call.value!, item));
}

/** The calls that had ended when the outcome settled (all that ended, if it never did), in order of start. */
function ended(trace: Trace): Call[] {
  const { settled } = outcomeOf(trace);
  return trace.calls.filter(({ end }) => end && (!settled || end.seq < settled.seq));
}

function failed(trace: Trace): Call[] {
  return ended(trace).filter(({ how }) => how !== "fulfilled");
}

function fulfilledWith(trace: Trace): Plain | undefined {
  const { state, value } = outcomeOf(trace);
  return state === "fulfilled" ? value : undefined;
}

function isList(value: Plain | undefined): boolean {
  return value !== undefined && isNode(value) && value.t === "array";
}

function listed(trace: Trace): Plain[] {
  const value = fulfilledWith(trace);
  return isList(value) ? partsOf(value!) : [];
}

function isResult(item: Plain, calls: Call[]): boolean {
  return calls.some(({ end, value }) => end && equal(item, value!));
}

function sameResults(items: Plain[], calls: Call[]): boolean {
  return items.every((item, index) => index < calls.length && equal(item, calls[index]!.value!));
}

/** The text that a call's result ends in: `data` of a response. */
function lastText({ value }: Call): string {
  const parts = partsOf(value!);
  return textIn(parts.at(-1) ?? value!);
}
