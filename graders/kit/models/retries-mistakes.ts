// How attempts that are made again go wrong, told by the trace. Serves 30.
import { identical, isUndefined } from "../../trace/plain.ts";
import { type Call, callsOf, madeBy, notesOf, outcomeOf, type Trace } from "../../trace/trace.ts";
import { abortOf } from "../aborts.ts";
import type { Mistakes } from "../grader.ts";
import { inputOf } from "../input.ts";
import { isFailure } from "../jobs.ts";
import { isErrorNamed } from "../mistakes/values.ts";
import { failureMistakes } from "./failure.ts";
import { plainWait, type Retrying, waitOf } from "./retries.ts";
import { attemptsDue, begunBefore } from "./retries-judged.ts";
import { byTimer, type Rule, type Wait, waited, wentBy, wrong } from "./turns.ts";

/** All that one asks about a run. */
interface Seen {
  load: Retrying;
  calls: Call[];
  last: Call | undefined;
  /** What `jitter` was given. */
  jittered: unknown[];
  due: number;
}
function seenIn(trace: Trace): Seen {
  const load = inputOf<Retrying>(trace);
  const calls = operations(trace);
  const jittered = notesOf(trace, "jitter").map(({ value }) => value);
  return { load, calls, last: calls.at(-1), jittered, due: attemptsDue(load) };
}

const operations = (trace: Trace) => callsOf(trace, "operation");

const uncapped = ({ maxMs: _, ...load }: Retrying) => plainWait(load);
const capped =
  ({ maxMs = Infinity }: Retrying, wait: Wait) =>
  (number: number) =>
    Math.min(wait(number), maxMs);
type Waits = (load: Retrying) => Wait | false | undefined;
/** Other waits of the same options. */
const wrongWaits: Record<string, Waits[]> = {
  "jitter-ignored": [(load) => load.jitter && plainWait(load)],
  "jitter-capped-again": [(load) => load.jitter && capped(load, waitOf(load))],
  "cap-ignored": [(load) => Boolean(load.maxMs) && uncapped(load)],
  "constant-backoff": [(load) => capped(load, () => load.baseMs)],
  "linear-backoff": [
    (load) => capped(load, (number) => load.baseMs * number),
    (load) => capped(load, (number) => load.baseMs * (number === 1 ? 1 : (load.factor ?? 2) * (number - 1))),
  ],
  "power-off-by-one": [
    (load) => (number) => plainWait(load)(number + 1),
    (load) => (number) => plainWait(load)(Math.max(1, number - 1)),
  ],
  "argument-ignored": [(load) => plainWait({ ...load, factor: 2 })],
};
/** A cap or a wait of 0 is none. */
const falsyWaits: Waits = ({ maxMs, jitter, ...load }) => {
  const plain = plainWait({ ...load, ...(maxMs && { maxMs }) });
  return jitter ? (number) => jitter[number - 1] || plain(number) : maxMs === 0 && plain;
};

/** Such waits explain all that there were, or what `jitter` was given, and the right ones do not. */
const by =
  (...rules: Waits[]) =>
  (trace: Trace): boolean => {
    const { load, jittered } = seenIn(trace);
    const { jitter, ...plain } = load;
    const given = (wait: Wait) => jittered.every((ms, index) => ms === wait(index + 1));
    return rules.some((rule) => {
      const [wait, argument] = [rule(load), rule(plain)];
      const explains = wait && waited(wait, trace, "operation", waitOf(load), byTimer);
      return explains || (argument && jitter && given(argument) && !given(plainWait(plain)));
    });
  };
const went = (rule: Rule) => (trace: Trace) =>
  wentBy(rule, trace, "operation", waitOf(seenIn(trace).load), byTimer);
/** What is over already is waited for with a timer all the same. */
const fromStart: Rule = (before, wait) => [
  ...wrong.fromStart(before, wait),
  ...(before.start + wait <= before.end ? [before.end + 1] : []),
];

/** It was asked for once more than there was a wait, or with what it had made of the wait before. */
function compounded({
  load: { jitter = [], factor = 2, maxMs = Infinity, ...rest },
  jittered,
}: Seen): boolean {
  const plain = plainWait({ ...rest, factor, maxMs });
  return jittered.some(
    (ms, index) =>
      index > 0 && ms !== plain(index + 1) && ms === Math.min(jitter[index - 1]! * factor, maxMs),
  );
}

const waitMistakes: Mistakes = {
  "undefined-option": (trace) => seenIn(trace).load.undefined === true,
  "timer-not-awaited": went(wrong.noWait),
  "fixed-rate": went(fromStart),
  "falsy-is-nothing": by(falsyWaits),
  "jitter-compounds": (trace) => compounded(seenIn(trace)),
  "jitter-before-cap": (trace) => {
    const { load, jittered } = seenIn(trace);
    return jittered.some(
      (ms, index) => ms !== plainWait(load)(index + 1) && ms === uncapped(load)(index + 1),
    );
  },
  "jitter-called-again": (trace) => {
    const { jittered, calls } = seenIn(trace);
    return jittered.length > Math.max(0, calls.length - 1);
  },
  ...Object.fromEntries(Object.entries(wrongWaits).map(([id, rules]) => [id, by(...rules)])),
};

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
  "generic-error": (trace) => {
    const { state, settled, value = null } = outcomeOf(trace);
    return state === "rejected" && settled!.at === abortOf(trace)?.at && isErrorNamed(value, "AbortError");
  },
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
