// What the trace of one call, and of the outcome that depends on it, shows to be wrong: for telling mistakes apart.
import type { Mistakes } from "./grader.ts";
import { identical, isNode, type Plain } from "./plain.ts";
import { type Call, notesOf, outcomeOf, type Trace } from "./trace.ts";

/** Mistakes with a call that has a time limit, at which its signal aborts and an error of this name comes out. */
export function mistakesUnderLimit(errorName: string): Mistakes {
  return {
    "sync-throw-escapes": threwAlong,
    "repeated-call": ({ calls }) => calls.length > 1,
    "signal-not-passed": ({ calls }) => calls.some(({ signal, how }) => !signal && how !== "threw"),
    "swallowed-error": (trace) => failedFirst(trace) && outcomeOf(trace).state === "fulfilled",
    "wrapped-error": (trace) => failedFirst(trace) && replacedError(trace),
    "lost-rejection": (trace) =>
      failedFirst(trace) && (outcomeOf(trace).state === "pending" || rejectedNamed(trace, errorName)),
    "timeout-after-await": timersOnlyAfterCall,
    "resolves-on-timeout": fulfilledBeforeEnd,
    "signal-only": outlivedAbort,
    "abort-answer-wins": tookAbortAnswer,
    "generic-error": (trace) =>
      trace.calls.length > 0 && !firstEnded(trace) && rejectedOtherwise(trace, errorName),
  };
}

/** The call threw at once, and so did the outcome instead of being a promise. */
export function threwAlong(trace: Trace): boolean {
  return outcomeOf(trace).state === "threw" && trace.calls[0]?.how === "threw";
}

/** The outcome is a rejection with an error of this name. */
export function rejectedNamed(trace: Trace, name: string): boolean {
  const { state, value } = outcomeOf(trace);
  return state === "rejected" && isNode(value!) && value.t === "error" && value.name === name;
}

/** The outcome is a rejection with anything but an error of this name. */
export function rejectedOtherwise(trace: Trace, name: string): boolean {
  return outcomeOf(trace).state === "rejected" && !rejectedNamed(trace, name);
}

/** The call failed before the outcome settled, and not in answer to an abort. */
export function failedFirst(trace: Trace): boolean {
  const call = firstEnded(trace);
  const answered = call?.signal?.aborted && call.signal.aborted.seq < call.end!.seq;
  return call !== undefined && call.how !== "fulfilled" && !answered;
}

/** The outcome rejected at the time when the call (default: the first) failed, with another error than the call's. */
export function replacedError(trace: Trace, call: Call | undefined = trace.calls[0]): boolean {
  const { state, settled, value } = outcomeOf(trace);
  return state === "rejected" && settled?.at === call?.end?.at && !identical(value!, call!.value!);
}

/** The outcome waited for something, and fulfilled while the call was still under way. */
export function fulfilledBeforeEnd(trace: Trace): boolean {
  const { state, start, settled } = outcomeOf(trace);
  return state === "fulfilled" && trace.calls.length > 0 && settled!.at > start.at && !firstEnded(trace);
}

/** The call's signal aborted, and the outcome settled later, when the call ended, or never. */
export function outlivedAbort(trace: Trace): boolean {
  const [call] = trace.calls;
  const aborted = call?.signal?.aborted;
  if (!aborted || trace.end === "crashed") return false;
  const { settled } = outcomeOf(trace);
  return !settled || (settled.at > aborted.at && settled.at === call.end?.at);
}

/** The outcome is what the call answered, at once, to its signal's abort. */
export function tookAbortAnswer(trace: Trace): boolean {
  const call = firstEnded(trace);
  const { settled, value } = outcomeOf(trace);
  const aborted = call?.signal?.aborted;
  if (!settled || !aborted || aborted.seq > call.end!.seq || aborted.at === call.start.at) return false;
  return settled.at === aborted.at && call.end!.at === aborted.at && identical(value!, call.value!);
}

/** Timers were made, and all of them later than the call. */
export function timersOnlyAfterCall(trace: Trace): boolean {
  const began = trace.calls[0]?.start.at ?? Number.POSITIVE_INFINITY;
  return trace.timersMade.length > 0 && trace.timersMade.every(({ madeAt }) => madeAt > began);
}

/** Just one timer was made, and its ms are such. */
export function oneTimer(such: (ms: number) => boolean): (trace: Trace) => boolean {
  return ({ timersMade }) => timersMade.length === 1 && such(timersMade[0]!.ms);
}

/** The call had ended when the outcome settled (or ended at all, if the outcome never did). */
export function endedFirst(trace: Trace): boolean {
  return firstEnded(trace) !== undefined;
}

/** The first call, if it had ended by the time the outcome settled (or at all, if the outcome never did). */
function firstEnded(trace: Trace): Call | undefined {
  const [call] = trace.calls;
  const settled = outcomeOf(trace).settled?.seq ?? Number.POSITIVE_INFINITY;
  return call?.end && call.end.seq < settled ? call : undefined;
}

/**
 * The misconception that an outcome shows which should have rejected with `reason` when the abort came, at `at` virtual
 * ms, and should have written one line into the notes `log`; undefined if it shows none.
 */
export function whyNotCancelled(trace: Trace, at: number, reason: Plain, log: string): string | undefined {
  const { state, settled, value } = outcomeOf(trace);
  const lines = notesOf(trace, log).length;
  const [inTime, late] = [settled?.at === at, (settled?.at ?? at) > at];
  if (trace.calls.some(({ start }) => start.at > at)) return "starts-after-abort";
  if (state === "fulfilled") return inTime || lines > 0 ? "swallowed-cancellation" : undefined;
  if (state === "threw") return "sync-throw-escapes";
  if (late && trace.calls.some(({ end }) => end?.at === settled?.at)) return "waits-for-operation";
  if (!inTime) return undefined;
  if (identical(value!, reason)) return lines === 0 ? "missing-log" : lines > 1 ? "logged-twice" : undefined;
  if (!trace.calls.some((call) => call.end && identical(value!, call.value!))) return "generic-error";
  return lines === 0 ? "abort-by-error" : "abort-answer-wins";
}
