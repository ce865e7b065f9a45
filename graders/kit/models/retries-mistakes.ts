// How attempts that are made again go wrong, and aborts of them, told by the trace. Serves 30.
import { identical, isNode, isUndefined, type Plain, refOf } from "../../trace/plain.ts";
import { type Call, madeBy, notesOf, outcomeOf, type Trace } from "../../trace/trace.ts";
import { abortOf } from "../aborts.ts";
import type { Mistakes } from "../grader.ts";
import { isFailure } from "../jobs.ts";
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
      .some(({ how }) => how === "fulfilled"),
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
  "return-without-await": (trace) => {
    const { calls, due } = seenIn(trace);
    return calls.length === 1 && due > 1 && settledBy(trace, calls[0]);
  },
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
  // It came during an attempt.
  "starts-after-abort": (trace) => {
    const abort = abortOf(trace);
    const before = abort && begunBefore(trace, abort.seq);
    return before !== undefined && before !== seenIn(trace).last && (before.end?.at ?? Infinity) >= abort!.at;
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
