// Wrong rules of driving a generator, and which of them explains what was seen. Serves whom coroutines.ts serves.
import { fromPlain, isUndefined, toPlain } from "../../trace/plain.ts";
import { notesOf, type Trace } from "../../trace/trace.ts";
import type { Mistakes } from "../grader.ts";
import { isErrorNamed, isFalsy, isWrapping } from "../mistakes/values.ts";
import { CAUGHT, givenIn, PROMISE, type Step } from "./coroutines.ts";
import {
  beginning,
  driven,
  isLine,
  NOTHING,
  plainOf,
  type Reply,
  RIGHT,
  type Rules,
  seenIn,
  type Yielded,
} from "./coroutines-driven.ts";

/** The right reply, but for those that this is about. */
const unless = (
  about: (yielded: Yielded, as: Reply["as"]) => boolean,
  other: (yielded: Yielded, right: Reply) => Partial<Reply>,
): Partial<Rules> => ({
  reply(yielded, as) {
    const right = RIGHT.reply(yielded, as);
    return about(yielded, as) ? { ...right, ...other(yielded, right) } : right;
  },
});
const isPromise = ({ plain }: Yielded) => !plain;
const isFailing = ({ plain, fails }: Yielded) => !plain && fails;
const isAnswer = (_: Yielded, as: Reply["as"]) => as === "throw";
const nothing = { as: "next", value: NOTHING } as const;

/** Misconception id -> rules in the place of right ones: several ways to the same mistake. */
export const WRONG: Record<string, Partial<Rules>[]> = {
  "resumes-with-promise": [unless(isPromise, () => ({ after: 0, as: "next", value: PROMISE }))],
  "rejection-not-thrown-in": [
    unless(isFailing, () => ({ as: "threw" })),
    unless(isFailing, () => ({ as: "next" })),
    unless(isFailing, () => nothing),
    unless(isFailing, () => ({ as: "pending" })),
    /** It is only thrown in where that is no answer to another one. */
    unless(
      (yielded, as) => isFailing(yielded) && as === "throw",
      () => ({ as: "threw" }),
    ),
  ],
  "failure-flag-stays": [unless(isAnswer, () => ({ as: "throw" }))],
  "answer-skipped": [
    unless(isAnswer, () => ({ ...nothing, after: 0 })),
    unless(isAnswer, () => ({ as: "pending" })),
    unless(isAnswer, ({ fails }) => ({ as: fails ? "threw" : "returned" })),
  ],
  "resumes-with-nothing": [
    unless(
      ({ fails }) => !fails,
      () => nothing,
    ),
    unless(isPromise, (_, { as }) => (as === "next" ? nothing : {})),
    /** By a loop over it: what is rejected comes out of the loop. */
    unless(
      () => true,
      ({ fails }) => (fails ? { as: "threw" } : nothing),
    ),
    unless(
      () => true,
      () => ({ ...nothing, after: 0 }),
    ),
  ],
  "lost-return-value": [{ returned: () => NOTHING }, { returned: (_, last) => last }],
  "plain-takes-time": [
    unless(
      ({ plain }) => plain,
      () => ({ after: 1 }),
    ),
  ],
  "first-yield-skipped": [{ primed: 1 }],
};

const WRONG_IDS = Object.keys(WRONG);

interface Played {
  steps: Step[];
}
const stepsOf = (trace: Trace) => (fromPlain(trace.input!) as Played).steps;
/** Whether these rules explain what it was resumed with and what it caught; `whole`: and what came out as well. */
function explains(rules: Partial<Rules>, trace: Trace, whole = true): boolean {
  const { course, end } = seenIn(trace);
  const seen = whole ? [...course, end] : course;
  return [beginning(trace), outcome(trace)?.start.at ?? 0].some((from) => {
    const lines = driven(stepsOf(trace), rules, from);
    return (
      lines.length === course.length + 1 && seen.every((each, index) => isLine(trace, each, lines[index]!))
    );
  });
}
/** The wrong rules that explain all, or else all but what came out. */
function misread(trace: Trace): string | undefined {
  const by = (whole: boolean) => (id: string) => WRONG[id]!.some((rules) => explains(rules, trace, whole));
  return WRONG_IDS.find(by(true)) ?? (explains({}, trace, false) ? undefined : WRONG_IDS.find(by(false)));
}
const outcome = (trace: Trace) => trace.outcomes.main;
const kindsIn = (trace: Trace) => givenIn(stepsOf(trace)).flatMap(({ kind }) => kind ?? []);
/** What it should have caught or come to, if that is a failure. */
const failuresIn = (trace: Trace) =>
  driven(stepsOf(trace)).flatMap(({ what, value }) =>
    what === "caught" || what === "threw" ? [plainOf(trace, value)] : [],
  );
const cameOut = (trace: Trace) => [
  ...notesOf(trace, CAUGHT).map(({ value }) => value),
  ...(outcome(trace)?.state === "rejected" ? [outcome(trace)!.value!] : []),
];

/** The most telling first, and falsy values after others. */
const SHOWN: Mistakes = {
  "sync-throw-escapes": (trace) => outcome(trace)?.state === "threw",
  "stack-overflow": (trace) => isErrorNamed(outcome(trace)?.value, "RangeError", /call stack/),
  "falsy-is-nothing": (trace) => givenIn(stepsOf(trace)).some(({ value }) => isFalsy(toPlain(value))),
  ...Object.fromEntries(WRONG_IDS.map((id) => [id, (trace: Trace) => misread(trace) === id])),
  "generator-not-driven": (trace) =>
    trace.calls.length === 0 && seenIn(trace).course.length === 0 && outcome(trace)?.state === "fulfilled",
  "value-taken-for-failure": (trace) => kindsIn(trace).includes("an Error"),
  "plain-unpacked": (trace) => kindsIn(trace).length > 0,
  "lost-rejection": (trace) => failuresIn(trace).length > 0 && outcome(trace)?.state === "pending",
  "swallowed-error": (trace) =>
    driven(stepsOf(trace)).at(-1)!.what === "threw" && outcome(trace)?.state === "fulfilled",
  "lost-reason": (trace) => cameOut(trace).some(isUndefined),
  "wrapped-error": (trace) =>
    cameOut(trace).some((error) => failuresIn(trace).some((own) => isWrapping(error, own))),
};

function shownBy(trace: Trace): string | undefined {
  return Object.entries(SHOWN).find(([, shows]) => shows(trace))?.[0];
}

/** What the trace of steps that were driven wrongly shows; the run's input has the steps. */
export const mistakes: Mistakes = Object.fromEntries(
  Object.keys(SHOWN).map((id) => [id, (trace: Trace) => shownBy(trace) === id]),
);
