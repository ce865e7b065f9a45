// How a generator goes with whoever drives it, by the right rules or by others (coroutines-mistakes.ts): what it is resumed
// with, when, and what comes out. Serves whom coroutines.ts serves.
import { equal, identical, type Plain, show, toPlain } from "../../trace/plain.ts";
import { madeBy, outcomeOf, type Trace } from "../../trace/trace.ts";
import type { Finding } from "../grader.ts";
import { isFalsy } from "../mistakes/values.ts";
import {
  CAUGHT,
  type Given,
  givenIn,
  type Host,
  PROMISE,
  performing,
  RESUMED,
  type Step,
  valueName,
} from "./coroutines.ts";

/** The name of what the world made, NOTHING, PROMISE, or a number of `numbers`. */
export type Value = string | number;
export const NOTHING = "nothing";
/** What can be seen, at a time (virtual ms). */
export interface Line {
  what: "resumed" | "caught" | "returned" | "threw" | "pending";
  value: Value;
  at: number;
}
/** What has been yielded: a value, or a promise that fulfils or fails with it after so many virtual ms. */
export interface Yielded {
  plain: boolean;
  takes: number;
  fails: boolean;
  value: Value;
}
/** It is resumed after so many virtual ms, by `next` or `throw`; or never any more, for one of the other reasons. */
export interface Reply {
  after: number;
  as: "next" | "throw" | "returned" | "threw" | "pending";
  value: Value;
}
export interface Rules {
  /** What comes of what it has yielded. `as`: how it had been resumed when it did. */
  reply(yielded: Yielded, as: Reply["as"]): Reply;
  /** What comes out where it returns; `last` is what it yielded last. */
  returned(value: Value, last: Value): Value;
  /** How often it is resumed with nothing before anybody looks at what it yields. */
  primed: number;
}
export const RIGHT: Rules = {
  reply: ({ plain, takes, fails, value }) => ({
    after: plain ? 0 : takes,
    as: !plain && fails ? "throw" : "next",
    value,
  }),
  returned: (value) => value,
  primed: 0,
};

/** All that can be seen of the steps by these rules, the right ones where none is given, from that time on (virtual ms). */
export function driven(steps: readonly Step[], changed: Partial<Rules> = {}, from = 0): Line[] {
  const rules = { ...RIGHT, ...changed };
  const lines: Line[] = [];
  let [now, last]: [number, Value] = [from, NOTHING];
  const end = (what: Line["what"], value: Value) => [...lines, { what, value, at: now }];
  const generator = performing(
    steps,
    hostOf(steps, (what, value) => lines.push({ what, value, at: now })),
  );
  let sent: Reply = { after: 0, as: "next", value: NOTHING };
  try {
    for (let times = 0; times < rules.primed; times++) generator.next(NOTHING);
    for (;;) {
      now += sent.after;
      if (sent.as !== "next" && sent.as !== "throw") return end(sent.as, sent.value);
      const { done, value } = generator[sent.as](sent.value);
      if (done) return end("returned", rules.returned((value as Value | undefined) ?? NOTHING, last));
      const number = typeof value === "number";
      const yielded = number ? { plain: true, takes: 0, fails: false, value } : (value as Yielded);
      last = yielded.value;
      sent = rules.reply(yielded, sent.as);
    }
  } catch (error) {
    return end("threw", error as Value);
  }
}

function hostOf(steps: readonly Step[], note: (what: Line["what"], value: Value) => void): Host {
  const all = givenIn(steps);
  const nameOf = (given: Given) => valueName(given, all.indexOf(given));
  return {
    value: nameOf,
    note: (what, value) => note(what, value as Value),
    yields(leaf, index) {
      if ("numbers" in leaf) return index;
      const [given] = Object.values(leaf) as [Given];
      const { takes, ends } = given;
      return { plain: "plain" in leaf, takes, fails: ends !== "returns", value: nameOf(given) };
    },
  };
}

/** A line as it was seen. */
export interface Seen extends Omit<Line, "value"> {
  value: Plain;
}
const ENDS = {
  fulfilled: "returned",
  rejected: "threw",
  threw: "threw",
  returned: "returned",
  pending: "pending",
};

/** What was seen: what it was resumed with and what it caught, and what came out. */
export function seenIn(trace: Trace): { course: Seen[]; end: Seen } {
  const course = trace.notes
    .filter(({ name }) => name === RESUMED || name === CAUGHT)
    .map(({ name, value, at }) => ({
      what: name === RESUMED ? ("resumed" as const) : ("caught" as const),
      value,
      at,
    }));
  const { state, settled, value = toPlain(undefined) } = outcomeOf(trace);
  return { course, end: { what: ENDS[state] as Line["what"], value, at: settled?.at ?? trace.endedAt } };
}

export function plainOf(trace: Trace, value: Value): Plain {
  if (value === NOTHING) return toPlain(undefined);
  return value === PROMISE || typeof value === "number" ? value : madeBy(trace, value);
}

/** Whether it is this line, at its time and with its value, unless these are not asked for. */
export function isLine(
  trace: Trace,
  seen: Seen | undefined,
  { what, value, at }: Line,
  asked = { at: true, value: true },
): boolean {
  if (seen?.what !== what) return false;
  if (what === "pending") return true;
  const inTime = !asked.at || seen.at === at;
  return inTime && (!asked.value || identical(seen.value, plainOf(trace, value)));
}

/** When the generator began, as far as one can see: at its first call or note (virtual ms). */
export function beginning(trace: Trace): number {
  const [call] = trace.calls;
  const [line] = seenIn(trace).course;
  return Math.min(call?.start.at ?? Infinity, line?.at ?? Infinity, trace.endedAt);
}

interface Counts {
  /** Whether all that it was resumed with counts; if not, then that it was, and when, if that took time. */
  values?: boolean;
  /** Whether the last line counts as well, and that there is none after it. */
  last?: boolean;
}
/** It was resumed, and caught, as it should, each time in the ms in which that was there. */
export function resumed(
  trace: Trace,
  steps: readonly Step[],
  { values = true, last = true }: Counts = {},
): Finding {
  const want = driven(steps, {}, beginning(trace)).slice(0, last ? -1 : -2);
  const { course } = seenIn(trace);
  const isRight = (due: Line, index: number) => {
    const all = values || due.what === "caught";
    return isLine(trace, course[index], due, { value: all, at: all || due.at !== want[index - 1]?.at });
  };
  const wrong = want.findIndex((due, index) => !isRight(due, index));
  const odd = wrong < 0 && last && course.length > want.length ? want.length : wrong;
  if (odd < 0) return undefined;
  const [seen, due] = [course[odd], want[odd]];
  const right = due && plainOf(trace, due.value);
  const copy = right !== undefined && seen && equal(seen.value, right) && !identical(seen.value, right);
  const expected = due && inWords(due, kindOf(steps, due.value) ?? show(right!, 60));
  const got =
    seen && inWords(seen, copy ? "a copy of that" : show(seen.value, 60).replace(`"${PROMISE}"`, PROMISE));
  const never = "was not resumed any more";
  const message = `the generator ${got ?? never}; expected that it ${expected ?? never}.`;
  return { message, ...(right !== undefined && isFalsy(right) && { misconception: "falsy-is-nothing" }) };
}

const inWords = ({ what, at }: Pick<Line, "what" | "at">, value: string) =>
  `${what === "resumed" ? "was resumed with" : "caught"} ${value} at ${at} ms`;

function kindOf(steps: readonly Step[], value: Value): string | undefined {
  return givenIn(steps).find((given, index) => valueName(given, index) === value)?.kind;
}
