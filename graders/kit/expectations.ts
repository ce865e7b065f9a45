// The vocabulary of `expect`: pure functions of a trace that give `undefined` when they hold, and otherwise what a
// student should read. Times are virtual ms. `otherwise` names the misconception that a failure shows.

import { equal, identical, isNode, type Plain, refOf, show, toPlain } from "../trace/plain.ts";
import {
  type Call,
  CLOCK_LOOP,
  callsOf,
  notesOf,
  type Outcome,
  outcomeOf,
  peakConcurrency,
  type Trace,
} from "../trace/trace.ts";
import { counted } from "./counted.ts";
import type { Finding } from "./grader.ts";
import { likelyInstead } from "./mistakes/instead.ts";
import { hasAsCause, isErrorNamed, isWrapping } from "./mistakes/values.ts";
import { showApart, toldApart } from "./show-apart.ts";

interface Otherwise {
  /** Misconception id. */
  otherwise?: string;
}

interface Labelled extends Otherwise {
  /** Which watched outcome; default `main`. */
  label?: string;
}

/** The outcome is a promise that fulfilled: `at` exactly this time (or one of these), with a value deeply equal. */
export function fulfilled(
  trace: Trace,
  { at, value, label, otherwise }: Labelled & { at?: number | number[]; value?: unknown } = {},
): Finding {
  const outcome = outcomeOf(trace, label);
  const wrongState = settledAs(outcome, "fulfilled", otherwise);
  if (wrongState) return wrongState;
  // Time first: a wrong time is what a timeline explains, and it often explains a wrong value too.
  const late = atTime(outcome, at, "resolved", otherwise);
  if (late) return late;
  if (value === undefined) return undefined;
  return sameValue(outcome.value!, toPlain(value), `${subject(outcome)} resolved to`, otherwise);
}

/** What `rejected` and `threw` compare an error with: the very same object (a made value's node), or its parts. */
export type ErrorShape = { name?: string; message?: string | RegExp; code?: string };

/**
 * The outcome is a promise that rejected: `at` exactly this time, with `error`: either a plain value (see `madeBy`),
 * of which it must be the very same object, or an ErrorShape, whose given parts must fit. An error that is made of the
 * right one is no `generic-error`, but a `wrapped-error`.
 */
export function rejected(
  trace: Trace,
  {
    at,
    error,
    shape,
    label,
    otherwise: given,
  }: Labelled & { at?: number | number[]; error?: Plain; shape?: ErrorShape } = {},
): Finding {
  const outcome = outcomeOf(trace, label);
  const wraps = given === "generic-error" && isMadeOf(outcome.value ?? null, error, shape);
  const otherwise = wraps ? "wrapped-error" : given;
  const wrongState = settledAs(outcome, "rejected", otherwise);
  if (wrongState) return wrongState;
  const late = atTime(outcome, at, "rejected", otherwise);
  if (late) return late;
  if (error !== undefined && !identical(outcome.value!, error)) {
    const twin = isNode(error) && equal(stripRef(outcome.value!), stripRef(error));
    return fail(
      twin
        ? `${subject(outcome)} rejected with a copy of ${show(error)}, not with that very error.`
        : `${subject(outcome)} rejected with ${show(outcome.value!)}; expected the very same ${show(error)}.`,
      otherwise,
      outcome.value,
      likelyInstead(outcome.value!, error),
    );
  }
  return shape && errorFits(outcome, shape, otherwise);
}

/** As `rejected`, with any one of these errors: for failures that are due at the same instant. */
export function rejectedWithOneOf(
  trace: Trace,
  { errors, ...expected }: Labelled & { at?: number | number[]; errors: Plain[] },
): Finding {
  const outcome = outcomeOf(trace, expected.label);
  const own = errors.find((error) => identical(outcome.value ?? null, error)) ?? errors[0];
  return rejected(trace, own === undefined ? expected : { ...expected, error: own });
}

/**
 * How often a service was called, at which times, and with which arguments: deeply equal, signals left out, and what
 * a call has beyond the stated ones not compared.
 */
export function called(
  trace: Trace,
  service: string,
  {
    times,
    atLeast,
    at,
    args,
    otherwise,
  }: Otherwise & { times?: number; atLeast?: number; at?: number[]; args?: unknown[][] } = {},
): Finding {
  const calls = callsOf(trace, service);
  const wanted = times ?? at?.length ?? args?.length;
  if (wanted !== undefined && calls.length !== wanted) {
    return fail(`\`${service}\` ${wasCalled(calls.length)}; expected ${count(wanted)}.`, otherwise);
  }
  if (atLeast !== undefined && calls.length < atLeast) {
    return fail(`\`${service}\` ${wasCalled(calls.length)}; expected at least ${count(atLeast)}.`, otherwise);
  }
  for (const [index, call] of calls.entries()) {
    if (at && call.start.at !== at[index]) {
      return fail(`${callName(call)} started at ${call.start.at} ms; expected ${at[index]} ms.`, otherwise);
    }
    // `list.map(service)` is right, and hands over an index and the list as well.
    const given = args && dataArgs(call).slice(0, args[index]!.length);
    if (given && !equal({ t: "array", items: given }, toPlain(args[index]))) {
      const [got, want] = showApart(given, args[index]!.map(toPlain));
      return fail(`\`${service}\` was called with (${got}); expected (${want}).`, otherwise);
    }
  }
  return undefined;
}

/**
 * The outcome is the call's own: it settled when the call ended (virtual ms), with that very error, or with a value
 * deeply equal. `call` counts from 1.
 */
export function passedOn(
  trace: Trace,
  service: string,
  { call: number = 1, label, otherwise }: Labelled & { call?: number } = {},
): Finding {
  const calls = callsOf(trace, service);
  const call = calls[number - 1];
  if (!call) return fail(`\`${service}\` ${wasCalled(calls.length)}; expected ${count(number)}.`, otherwise);
  if (!call.end) return fail(`${callName(call)} never ended.`, otherwise);
  const { at } = call.end;
  return call.how === "fulfilled"
    ? fulfilled(trace, { at, value: call.value, label, otherwise })
    : rejected(trace, { at, error: call.value!, label, otherwise });
}

/** A service's calls all started at this instant: `count` of them. */
export function startedTogether(
  trace: Trace,
  service: string,
  { count: wanted, at = 0, otherwise }: Otherwise & { count: number; at?: number },
): Finding {
  const together = callsOf(trace, service).filter((call) => call.start.at === at).length;
  if (together === wanted) return undefined;
  const all = wanted === 1 ? "one" : `all ${wanted} together`;
  return fail(
    `At ${at} ms ${together === 0 ? "no call" : counted(together, "call")} of \`${service}\` started; expected ${all}.`,
    otherwise,
  );
}

/** The most calls that were under way at once: exactly `is`, or at most `max`. */
export function concurrency(
  trace: Trace,
  service: string,
  { is, max, otherwise }: Otherwise & { is?: number; max?: number },
): Finding {
  const peak = peakConcurrency(trace, service);
  if (is !== undefined && peak !== is) {
    const most = peak === 0 ? "No call" : peak === 1 ? "Never more than one call" : `At most ${peak} calls`;
    return fail(`${most} of \`${service}\` ran at once; expected ${is}.`, otherwise);
  }
  if (max !== undefined && peak > max) {
    return fail(`${peak} calls of \`${service}\` ran at once; at most ${max} may.`, otherwise);
  }
  return undefined;
}

/** The signal that this call was given aborted at exactly this time. `call` counts from 1. */
export function abortedAt(
  trace: Trace,
  service: string,
  { call: number = 1, at, otherwise }: Otherwise & { call?: number; at: number },
): Finding {
  const call = callsOf(trace, service)[number - 1];
  if (!call) return fail(`\`${service}\` was not called, so there was nothing to abort.`, otherwise);
  if (!call.signal) return fail(`${callName(call)} got no AbortSignal.`, otherwise);
  if (call.signal.aborted?.at === at) return undefined;
  const when = call.signal.aborted ? `was aborted at ${call.signal.aborted.at} ms` : "was never aborted";
  return fail(`The signal that ${callName(call)} got ${when}; expected at ${at} ms.`, otherwise);
}

/** The first call's argument with this number, from 1, is a signal, and it aborted at this time; when `abort` was noted, if none is given. */
export function signalPassed(
  trace: Trace,
  service: string,
  { argument, at, otherwise }: Otherwise & { argument: number; at?: number },
): Finding {
  const [call] = callsOf(trace, service);
  const given = call?.args[argument - 1];
  if (call && !(given !== undefined && isNode(given) && given.t === "signal"))
    return fail(`${callName(call)} got no AbortSignal as its argument number ${argument}.`, otherwise);
  const due = at ?? notesOf(trace, "abort")[0]?.at ?? Number.POSITIVE_INFINITY;
  return abortedAt(trace, service, { at: due, otherwise: call && otherwise });
}

/** Nothing of the submission's is left at the end of the instant in which it settled: no timer, no abort listener. */
export function nothingLeft(
  trace: Trace,
  { timers = true, listeners = true, otherwise }: Otherwise & { timers?: boolean; listeners?: boolean } = {},
): Finding {
  return (
    (timers ? noTimerLeft(trace, { otherwise }) : undefined) ??
    (listeners ? noListenerLeft(trace, { otherwise: otherwise ?? "listener-leak" }) : undefined)
  );
}

/**
 * No timer is left. That of `AbortSignal.timeout` does not count, since nobody can clear it, and Node lets go of it; with
 * `clearable` a timer was to be one that can be cleared.
 */
export function noTimerLeft(
  trace: Trace,
  { otherwise = "timer-leak", clearable = false }: Otherwise & { clearable?: boolean } = {},
): Finding {
  const timer = trace.left?.timers.find(({ kind }) => clearable || kind !== "AbortSignal.timeout");
  if (!timer) return undefined;
  return fail(
    `When it had settled a timer was still running: one of ${timer.ms} ms, made at ${timer.madeAt} ms, due at ${timer.dueAt} ms.`,
    otherwise,
  );
}

/** No abort listener is left on any signal that the world owns. */
export function noListenerLeft(trace: Trace, { otherwise }: Otherwise = {}): Finding {
  const left = Object.values(trace.left?.listeners ?? {}).reduce((sum, number) => sum + number, 0);
  if (left === 0) return undefined;
  return fail(
    `When it had settled ${left} abort ${left === 1 ? "listener was" : "listeners were"} still on the signal.`,
    otherwise,
  );
}

/** No timer was made in the whole run. */
export function noTimerMade(trace: Trace, { otherwise }: Otherwise = {}): Finding {
  const timer = trace.timersMade[0];
  return (
    timer && fail(`A timer of ${timer.ms} ms was made at ${timer.madeAt} ms; none is needed.`, otherwise)
  );
}

/** The notes of this name (lines logged, say) are these values, in order, at these times if given. */
export function noted(
  trace: Trace,
  name: string,
  { values, at, otherwise }: Otherwise & { values: unknown[]; at?: number[] },
): Finding {
  const notes = notesOf(trace, name);
  const got = notes.map((note) => note.value);
  const want = values.map(toPlain);
  if (got.length !== want.length || !got.every((value, index) => equal(value, want[index]!))) {
    const [told, due] = toldApart(got, want);
    const elsewhere = want.filter((line) => trace.console.some(({ text }) => text === line));
    const odd = got.findIndex((value, index) => !equal(value, want[index] ?? value));
    return fail(
      `\`${name}\` got ${told}; expected ${due}.`,
      got.length === 0 && elsewhere.length > 0 ? "console-for-log" : otherwise,
      undefined,
      odd < 0 ? undefined : likelyInstead(got[odd]!, want[odd]!),
    );
  }
  const off = at ? notes.findIndex((note, index) => note.at !== at[index]) : -1;
  if (off < 0) return undefined;
  return fail(
    `\`${name}\` got ${show(got[off]!)} at ${notes[off]!.at} ms; expected at ${at![off]} ms.`,
    otherwise,
  );
}

/** Nothing held up the event loop, not for a ms: nothing else could make a heartbeat late. */
export function loopFree({ blocked }: Trace): Finding {
  const held = blocked.find(({ from, to }) => to > from);
  const message = `The event loop was held up from ${held?.from} to ${held?.to} ms.`;
  return that(held === undefined, message, { otherwise: "blocking-sleep" });
}

/** The heartbeat was never later than `by` ms (default 0): the event loop was not blocked for longer. */
export function loopNeverLate(
  trace: Trace,
  { by = 0, otherwise }: Otherwise & { by?: number } = {},
): Finding {
  let worst = { late: 0, due: 0, at: 0 };
  for (const beat of trace.beats) {
    if (beat.at - beat.due > worst.late) worst = { late: beat.at - beat.due, due: beat.due, at: beat.at };
  }
  if (worst.late <= by) return undefined;
  const spins = trace.blocked.some(
    ({ by, from, to }) => by === CLOCK_LOOP && from < worst.at && to > worst.due,
  );
  return fail(
    `The heartbeat due at ${worst.due} ms came at ${worst.at} ms: ${spins ? `${CLOCK_LOOP} blocked the event loop` : "the event loop was blocked"} for ${worst.late} ms${by ? ` (at most ${by} ms are allowed)` : ""}.`,
    otherwise,
  );
}

/** For what the vocabulary has no word for: fails with `message` unless `holds`. */
export function that(holds: boolean, message: string, { otherwise }: Otherwise = {}): Finding {
  return holds ? undefined : fail(message, otherwise);
}

/** Says in front of each failure which input it is about: "With durations of 1, 2 ms: ...". */
export function about(input: string, findings: Finding[]): Finding[] {
  return findings.map((finding) => finding && { ...finding, message: `${input}: ${finding.message}` });
}

/** Whether a service's calls came one after the other, each starting when (or after) the one before had ended. */
export function oneAfterTheOther(trace: Trace, service?: string): boolean {
  const calls = callsOf(trace, service);
  return calls.length > 1 && peakConcurrency(trace, service) === 1;
}

/** A call's arguments without its signals: what the exercise says about signals, `abortedAt` checks. */
export function dataArgs(call: Call): Plain[] {
  return call.args.filter((arg) => !(isNode(arg) && arg.t === "signal"));
}

/** `resolved at 1000 ms to "x"`, `never settled`: what became of something, for messages. */
export function settledInWords(outcome: Outcome | undefined): string {
  if (!outcome?.settled) return "never settled";
  const { state, settled, value } = outcome;
  const verbs = {
    fulfilled: "resolved",
    rejected: "rejected",
    threw: "threw",
    returned: "returned",
    pending: "",
  };
  const link = state === "fulfilled" ? "to" : state === "rejected" ? "with" : "";
  return [verbs[state], `at ${settled.at} ms`, link, show(value!)].filter(Boolean).join(" ");
}

function settledAs(
  outcome: Outcome,
  state: "fulfilled" | "rejected",
  otherwise: string | undefined,
): Finding {
  if (outcome.state === state) return undefined;
  const wanted = state === "fulfilled" ? "resolve" : "reject";
  const who = subject(outcome);
  switch (outcome.state) {
    case "pending":
      return fail(`${who} never settled; expected it to ${wanted}.`, otherwise);
    case "returned":
      return fail(
        `${who} returned ${show(outcome.value!)} at once, which is no promise; expected a promise that will ${wanted}.`,
        otherwise,
      );
    case "threw":
      return fail(
        `${who} threw ${show(outcome.value!)} instead of returning a promise; expected a promise that will ${wanted}.`,
        otherwise,
        outcome.value,
      );
    case "rejected":
      return fail(
        `${who} rejected at ${outcome.settled!.at} ms with ${show(outcome.value!)}; expected it to resolve.`,
        otherwise,
        outcome.value,
      );
    default:
      return fail(
        `${who} resolved at ${outcome.settled!.at} ms to ${show(outcome.value!)}; expected it to reject.`,
        otherwise,
      );
  }
}

function atTime(
  outcome: Outcome,
  at: number | number[] | undefined,
  verb: string,
  otherwise?: string,
): Finding {
  if (at === undefined) return undefined;
  const allowed = Array.isArray(at) ? at : [at];
  const got = outcome.settled!.at;
  if (allowed.includes(got)) return undefined;
  return fail(`${subject(outcome)} ${verb} at ${got} ms; expected ${allowed.join(" or ")} ms.`, otherwise);
}

function sameValue(got: Plain, want: Plain, lead: string, otherwise?: string): Finding {
  if (equal(got, want)) return undefined;
  const twin = isNode(want) && want.t === "error" && equal(stripRef(got), stripRef(want));
  if (twin) return fail(`${lead} a copy of ${show(want)}, not to that very error.`, otherwise);
  const [told, due] = showApart([got], [want]);
  return fail(`${lead} ${told}; expected ${due}.`, otherwise, undefined, likelyInstead(got, want));
}

/** Of that error, or one of that shape, by the submission: an AbortError is the platform's, whatever it has as its cause. */
function isMadeOf(value: Plain, error: Plain | undefined, shape: ErrorShape | undefined): boolean {
  if (isErrorNamed(value, "AbortError")) return false;
  const isIt = (cause: Plain) =>
    error === undefined
      ? shape?.name !== undefined && isErrorNamed(cause, shape.name)
      : identical(cause, error);
  return hasAsCause(value, isIt) || (error !== undefined && isWrapping(value, error));
}

function errorFits(outcome: Outcome, shape: ErrorShape, otherwise?: string): Finding {
  const value = outcome.value!;
  const who = subject(outcome);
  if (!isNode(value) || value.t !== "error") {
    return fail(`${who} rejected with ${show(value)}, which is no Error.`, otherwise);
  }
  if (shape.name !== undefined && value.name !== shape.name && value.kind !== shape.name) {
    return fail(
      `${who} rejected with ${show(value)}, whose name is ${show(value.name)}; expected the name ${show(shape.name)}.`,
      otherwise,
      value,
    );
  }
  const { message } = shape;
  if (
    message !== undefined &&
    !(typeof message === "string" ? value.message === message : message.test(value.message))
  ) {
    return fail(
      `${who} rejected with the message ${show(value.message)}; expected ${String(message)}.`,
      otherwise,
      value,
    );
  }
  return undefined;
}

function stripRef(value: Plain): Plain {
  if (!isNode(value) || refOf(value) === undefined) return value;
  const { ref: _, ...rest } = value as Extract<Plain, { ref?: string }>;
  return rest as Plain;
}

function subject(outcome: Outcome): string {
  return outcome.label === "main" ? "Your function" : outcome.label;
}

/** `work(2)` in backquotes: a call as messages name it. */
export function callName(call: Call): string {
  return `\`${call.service}(${dataArgs(call)
    .map((arg) => show(arg, 24))
    .join(", ")})\``;
}

function wasCalled(times: number): string {
  return times === 0 ? "was not called" : `was called ${count(times)}`;
}

function count(times: number): string {
  if (times === 0) return "no call";
  if (times === 1) return "once";
  return times === 2 ? "twice" : `${times} times`;
}

function fail(message: string, misconception?: string, culprit?: Plain, likely?: string): Finding {
  return {
    message,
    ...(misconception === undefined ? {} : { misconception }),
    ...(culprit === undefined ? {} : { culprit }),
    ...(likely === undefined ? {} : { likely }),
  };
}
