// What sleep promises: exact times, the reason at the instant of an abort, and nothing left behind.
import fc from "fast-check";
import { type Abort, abortInWords, signalFor } from "./kit/aborts.ts";
import { apart } from "./kit/apart.ts";
import { fulfilled, loopNeverLate, noTimerLeft, noTimerMade, nothingLeft, that } from "./kit/expectations.ts";
import { check, type Finding, grader, type Mistakes } from "./kit/grader.ts";
import { durations, FALSY } from "./kit/jobs.ts";
import { gaveUp, WRONG_ON_ABORT, type WrongRules } from "./kit/models/given-up.ts";
import { allAlike, onceMore } from "./kit/once-more.ts";
import { isUndefined, show } from "./trace/plain.ts";
import { type LeftTimer, madeBy, notesOf, outcomeOf, type Trace } from "./trace/trace.ts";
import type { World } from "./world/world.ts";

type Student = typeof import("../exercises/06-abortable-sleep/abortable-sleep.ts");

/** A sleep of so many virtual ms, and when its signal aborts; it gets none if that never does. */
interface Cast {
  ms: number;
  abort?: Abort;
  /** Once more so many virtual ms later, with the same signal. */
  again?: number[];
}

const MAX_TIMERS = 4;
/** Room for a sleep that counts in seconds. */
const LIMIT = 6_000_000;

const isInterval = ({ kind }: LeftTimer) => kind === "interval";
const mistakes: Mistakes = {
  "sync-throw-escapes": (trace) => outcomeOf(trace).state === "threw",
  "floating-rejection": ({ floating }) => floating.length > 0,
  "busy-wait": ({ timersMade }) => timersMade.length > MAX_TIMERS || timersMade.some(isInterval),
};
const sleeping = {
  scenario(world: World, { sleep }: Student, { ms, abort, again }: Cast) {
    const signal = signalFor(world, abort);
    return onceMore(world, again, () => (abort ? sleep(ms, signal) : sleep(ms)));
  },
  says: ({ ms, abort }: Cast) => `With \`sleep(${ms})\`${abortInWords(abort)}`,
  mistakes,
};

/** It resolved to `undefined` at its end: with 0 or less at once, or after the millisecond of Node's shortest timer. */
function slept(trace: Trace, ms: number, label?: string): Finding[] {
  const { value = null } = outcomeOf(trace, label);
  const notUndefined = `It resolved to ${show(value)}; expected undefined.`;
  return [fulfilled(trace, { at: ms > 0 ? ms : [0, 1], label }), that(isUndefined(value), notUndefined)];
}

/** It rejected with the reason at this virtual ms. `deaf` names its going on to the end; the timer is what is given up. */
function woken(trace: Trace, { at, ms, deaf }: { at: number; ms: number; deaf: string }): Finding {
  const end = { at: ms > 0 ? ms : Math.min(1, outcomeOf(trace).settled?.at ?? 1) };
  const timer = { end, how: "fulfilled", value: { t: "undefined" }, signal: { aborted: { at } } } as const;
  const wrong: WrongRules = {
    [deaf]: [{ waits: true, answerCounts: true }],
    "resolves-on-abort": [{ comesTo: "a value" }],
    ...WRONG_ON_ABORT,
  };
  return gaveUp(trace, { at, error: madeBy(trace, "signal reason"), operation: timer }, wrong);
}

export default grader<Student>("06-abortable-sleep", [
  check("story", "resolves to undefined after 1000 ms", {
    points: 2,
    cast: [{ ms: 1000 }],
    ...sleeping,
    expect: (trace) => slept(trace, 1000),
    mistakes: {
      "seconds-for-milliseconds": (trace) => outcomeOf(trace).settled?.at === 1_000_000,
      "timer-not-awaited": (trace) => outcomeOf(trace).settled?.at === 0 && trace.timersMade.length > 0,
    },
    virtualLimit: LIMIT,
    whenStuck: "blocking-sleep",
  }),
  check("time", "sleeps exactly as long as it is told, while everything else goes on", {
    points: 1,
    cast: fc.array(fc.oneof({ arbitrary: durations({ max: 5000 }), weight: 4 }, fc.constantFrom(0, -1)), {
      minLength: 1,
      maxLength: 4,
    }),
    says: (all) => `With ${all.length === 1 ? "a sleep" : "sleeps"} of ${all.join(", ")} ms`,
    scenario: (world, { sleep }, all) => {
      world.heartbeat("heartbeat", 100, 50);
      return Promise.all(all.map((ms, n) => world.watch(`Sleep ${n + 1} (${ms} ms)`, () => sleep(ms))));
    },
    expect: (trace, all) => [
      ...all.flatMap((ms, n) => slept(trace, ms, `Sleep ${n + 1} (${ms} ms)`)),
      loopNeverLate(trace, { otherwise: "blocking-sleep" }),
      that(
        trace.timersMade.length <= all.length * MAX_TIMERS,
        `It made ${trace.timersMade.length} timers; ${MAX_TIMERS} for each sleep are more than enough.`,
        // A few long steps are too many timers, too, but no looking again and again.
        { otherwise: (trace.timersMade[0]?.ms ?? 0) <= 100 ? "busy-wait" : undefined },
      ),
    ],
    mistakes: {
      "sync-throw-escapes": ({ outcomes }) => Object.values(outcomes).some(({ state }) => state === "threw"),
      "blocking-sleep": ({ blocked }) => blocked.length > 0,
      "busy-wait": ({ timersMade }) => timersMade.some(isInterval),
      "argument-ignored": ({ timersMade }) =>
        timersMade.length > 0 && timersMade.every(({ ms }) => ms === 1000),
      "seconds-for-milliseconds": ({ timersMade }) => timersMade.some(({ ms }) => ms >= 100_000),
    },
    virtualLimit: LIMIT,
    whenStuck: "blocking-sleep",
  }),
  check("zero", "with 0 or less still lets the timers run that are already due", {
    points: 1,
    cast: [0, -1, -1000],
    says: (ms) => `With \`sleep(${ms})\``,
    scenario: async (world, { sleep }, ms) => {
      const start = world.wait(300);
      const due = world.sink("due timer");
      world.at(300, () => due("runs"));
      await start;
      await world.watch("The sleep", () => sleep(ms));
    },
    expect: (trace) => {
      const ended = outcomeOf(trace, "The sleep").settled?.seq ?? Number.POSITIVE_INFINITY;
      const early = notesOf(trace, "due timer").some(({ seq }) => seq > ended);
      return [
        fulfilled(trace, { label: "The sleep" }),
        that(!early, "A timer that was due already ran only after it.", {
          otherwise: "microtask-is-no-yield",
        }),
      ];
    },
  }),
  check("abort", "rejects with the signal's reason at the instant of the abort", {
    points: 2,
    cast: [
      ...[303, 999, 0].map((after) => ({ ms: 1000, after })),
      { ms: 300_000, after: 299_999 },
      ...["closing time", ...FALSY].map((is) => ({ ms: 1000, after: 250, reason: { is } })),
    ].map(({ ms, ...abort }) => ({ ms, abort })),
    ...sleeping,
    expect: (trace, { ms, abort }) => [woken(trace, { at: abort.after, ms, deaf: "abort-ignored" })],
  }),
  check("apart", "keeps sleeps that overlap apart", {
    points: 1,
    ...apart(
      sleeping,
      {
        "A sleep": { ms: 900 },
        "A sleep that is aborted": { ms: 800, abort: { after: 351 } },
        "A pair on one signal": { ms: 1000, abort: { after: 477 }, again: [0] },
        "A pair that nobody wakes": { ms: 703, abort: { after: 5000 }, again: [0] },
        "Another sleep": { ms: 900 },
      },
      { own: allAlike },
    ),
    virtualLimit: LIMIT,
  }),
  check("timer", "leaves no timer behind after an abort", {
    points: 1,
    cast: [303, 0].map((after) => ({ ms: 1000, abort: { after } })),
    ...sleeping,
    expect: (trace) => [noTimerLeft(trace, { clearable: true })],
  }),
  check("nothing-left", "leaves nothing behind after it has slept", {
    points: 1,
    cast: [100, 0, 700].map((ms) => ({ ms, abort: { after: 5000 }, again: [0] })),
    ...sleeping,
    expect: (trace) => [nothingLeft(trace)],
  }),
  check("aborted", "makes no timer if the signal has already aborted", {
    points: 1,
    cast: [
      ...[1000, 0, -1].map((ms): Cast => ({ ms, abort: { after: "before" } })),
      ...["closing time", ...FALSY].map(
        (is): Cast => ({ ms: 1000, abort: { after: "before", reason: { is } } }),
      ),
    ],
    ...sleeping,
    expect: (trace, { ms }) => [
      woken(trace, { at: 0, ms, deaf: "ignores-already-aborted" }),
      noTimerMade(trace, { otherwise: "starts-after-abort" }),
    ],
  }),
]);
