// How waits between attempts go wrong, told by the trace: other waits of the same options that explain all of it. Serves 30.
import { type Call, callsOf, notesOf, outcomeOf, type Trace } from "../../trace/trace.ts";
import type { Mistakes } from "../grader.ts";
import { inputOf } from "../input.ts";
import { stands } from "../mistakes/slips.ts";
import { plainWait, type Retrying, waitOf } from "./retries.ts";
import { attemptsDue } from "./retries-judged.ts";
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
export function seenIn(trace: Trace): Seen {
  const load = inputOf<Retrying>(trace);
  const calls = operations(trace);
  const jittered = notesOf(trace, "jitter").map(({ value }) => value);
  return { load, calls, last: calls.at(-1), jittered, due: attemptsDue(load) };
}

export const operations = (trace: Trace) => callsOf(trace, "operation");

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

export const waitMistakes: Mistakes = {
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
    const { jittered, calls, last } = seenIn(trace);
    // Who waits once more after the last attempt does so first.
    const waits = (outcomeOf(trace).settled?.at ?? 0) > (last?.end?.at ?? Infinity);
    return !waits && jittered.length > Math.max(0, calls.length - 1);
  },
  ...Object.fromEntries(Object.entries(wrongWaits).map(([id, rules]) => [id, by(...rules)])),
  // After two attempts an exponent that is one too small looks like none at all.
  "constant-backoff": (trace) =>
    by(...wrongWaits["constant-backoff"]!)(trace) &&
    !(stands(trace, "takes a power") && by(...wrongWaits["power-off-by-one"]!)(trace)),
};
