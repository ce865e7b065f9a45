// How attempts that are made again go wrong, and aborts of them, told by the trace. Serves 30.
import { identical, isNode, isUndefined, type Plain, refOf } from "../../trace/plain.ts";
import { type Call, madeBy, notesOf, outcomeOf, type Trace } from "../../trace/trace.ts";
import { abortOf } from "../aborts.ts";
import type { Mistakes } from "../grader.ts";
import { isFailure } from "../jobs.ts";
import { stands } from "../mistakes/slips.ts";
import { isErrorNamed, isWrapping } from "../mistakes/values.ts";
import { failureMistakes } from "./failure.ts";
import { begunBefore } from "./retries-judged.ts";
import { operations, seenIn, waitMistakes } from "./retries-waits.ts";

const settledBy = (trace: Trace, call: Call | undefined): boolean => {
  const { value, settled } = outcomeOf(trace);
  return (
    call?.end !== undefined &&
    value !== undefined &&
    identical(value, call.value!) &&
    settled!.seq > call.end.seq
  );
};

/** There was one attempt, where others were due, and it came out what that came to. */
function endsWithFirst(trace: Trace): boolean {
  const { calls, due } = seenIn(trace);
  return calls.length === 1 && due > 1 && settledBy(trace, calls[0]);
}

const attemptMistakes: Mistakes = {
  "lost-arguments": (trace) =>
    operations(trace).some(({ args: [attempt] }) => typeof attempt !== "number") ||
    (trace.calls.every(({ value }) => value && !isUndefined(value)) &&
      notesOf(trace, "shouldRetry").some(({ value }) => isUndefined(value))),
  "abort-by-error": (trace) => {
    const { last, calls, due } = seenIn(trace);
    return calls.length < due && last !== undefined && isErrorNamed(last.value, "AbortError");
  },
  "refused-tried-again": (trace) => {
    const { load, calls, due } = seenIn(trace);
    return (load.refuses?.includes(due) ?? false) && calls.length > due;
  },
  "success-tried-again": (trace) =>
    seenIn(trace)
      .calls.slice(0, -1)
      .some(
        ({ how, end }, index) => how === "fulfilled" && end!.seq < seenIn(trace).calls[index + 1]!.start.seq,
      ),
  "one-too-many": (trace) => seenIn(trace).calls.length > seenIn(trace).load.attempts,
  "waits-after-last": (trace) => {
    const { last } = seenIn(trace);
    return (
      settledBy(trace, last) && last!.how !== "fulfilled" && outcomeOf(trace).settled!.at > last!.end!.at
    );
  },
  "sync-throw-escapes": (trace) => {
    const { last, calls, due } = seenIn(trace);
    return outcomeOf(trace).state === "threw" || (last?.how === "threw" && calls.length < due);
  },
  // Nobody was asked whether to try again, and that was taken for a no.
  "wrong-default": (trace) =>
    endsWithFirst(trace) &&
    seenIn(trace).load.refuses === undefined &&
    stands(trace, "optional call as a condition"),
  "return-without-await": (trace) => endsWithFirst(trace) && !stands(trace, "awaits in a try"),
  "one-too-few": (trace) => {
    const { calls, due } = seenIn(trace);
    return calls.length > 0 && calls.length < due && settledBy(trace, calls.at(-1));
  },
  "wrong-count": (trace) => operations(trace).some(({ args: [attempt] }, index) => attempt !== index + 1),
  "first-error-kept": (trace) => {
    const { calls } = seenIn(trace);
    return calls.length > 1 && settledBy(trace, calls[0]) && !settledBy(trace, calls.at(-1));
  },
};

/** Where all is to end with a failure. */
const { "sync-throw-escapes": _escapes, "falsy-is-nothing": _falsy, ...ofFailures } = failureMistakes;
const endMistakes: Mistakes = Object.fromEntries(
  Object.entries(ofFailures).map(([id, is]) => [
    id,
    (trace: Trace) => {
      const { load, due } = seenIn(trace);
      return isFailure(load.jobs[due - 1]!) && is(trace);
    },
  ]),
);

/** How attempts and waits go wrong, and what comes of them. What falsy values are blamed for, the judges name. */
export const retryMistakes: Mistakes = { ...waitMistakes, ...attemptMistakes, ...endMistakes };

/** It rejected with the reason, but not before a wait was over that began after the abort, or in the very call that aborts. */
function waitedAfter(trace: Trace): boolean {
  const { abort, jobs } = seenIn(trace).load;
  const [{ at }, { settled, value = null }] = [abortOf(trace)!, outcomeOf(trace)];
  // Before the one call that aborts nothing was to be waited for.
  const during = abort?.during !== undefined && abort.during !== "operation" && jobs.length === 2;
  const begun = trace.timersMade.some(({ madeAt }) => madeAt > at || (during && madeAt === at));
  return (
    begun && settled !== undefined && settled.at > at && identical(value, madeBy(trace, "signal reason"))
  );
}

/** How it goes wrong when the signal has aborted, or does while no attempt is under way. */
export const abortMistakes: Mistakes = {
  "ignores-already-aborted": (trace) => {
    const { abort } = seenIn(trace).load;
    return abort?.after === "before" && (trace.calls.length > 0 || outcomeOf(trace).state !== "rejected");
  },
  // At the abort, and with neither the reason nor what an attempt failed with.
  ...Object.fromEntries(
    Object.entries({
      "wrapped-error": (value: Plain, reason: Plain) => isWrapping(value, reason),
      "generic-error": (value: Plain) => isNode(value) && value.t === "error" && refOf(value) === undefined,
    }).map(([id, is]) => [
      id,
      (trace: Trace) => {
        const { state, settled, value = null } = outcomeOf(trace);
        const then = state === "rejected" && settled!.at === abortOf(trace)?.at;
        return then && is(value, madeBy(trace, "signal reason"));
      },
    ]),
  ),
  "resolves-on-abort": (trace) => {
    const { state, settled } = outcomeOf(trace);
    const { last } = seenIn(trace);
    return state === "fulfilled" && settled!.at === abortOf(trace)?.at && last?.end?.at !== settled!.at;
  },
  // It came during an attempt, and another one was begun, or the wait for that.
  "starts-after-abort": (trace) => {
    const abort = abortOf(trace);
    const before = abort && begunBefore(trace, abort.seq);
    if (before === undefined || (before.end?.at ?? Infinity) < abort!.at) return false;
    return before !== seenIn(trace).last || waitedAfter(trace);
  },
  "abort-ignored": (trace) => {
    const { value = null } = outcomeOf(trace);
    return abortOf(trace) !== undefined && !identical(value, madeBy(trace, "signal reason"));
  },
  "waits-for-operation": (trace) => {
    const { settled } = outcomeOf(trace);
    return abortOf(trace) !== undefined && settled !== undefined && settled.at > abortOf(trace)!.at;
  },
};
