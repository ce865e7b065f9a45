// What sleep promises: exact times, the reason at the instant of an abort, and nothing left behind.
import fc from "fast-check";
import {
  about,
  fulfilled,
  loopNeverLate,
  noTimerLeft,
  noTimerMade,
  nothingLeft,
  rejected,
  that,
} from "./kit/expectations.ts";
import { check, type Finding, grader } from "./kit/grader.ts";
import { identical, isUndefined, show } from "./kit/plain.ts";
import { madeBy, notesOf, outcomeOf, type Trace } from "./kit/trace.ts";
import { isFalsy } from "./kit/values.ts";
import type { World } from "./kit/world.ts";

type Student = typeof import("../exercises/06-abortable-sleep/abortable-sleep.ts");

/** It resolved to `undefined` at this virtual ms (or at one of these). */
function slept(trace: Trace, at: number | number[], label?: string): Finding[] {
  const { value = null } = outcomeOf(trace, label);
  const notUndefined = `It resolved to ${show(value)}; expected undefined.`;
  return [fulfilled(trace, { at, label }), that(isUndefined(value), notUndefined)];
}

/** `sleep(ms)` rejected at this virtual ms with the reason of `signal`. `deaf` names its going on to the end. */
function woken(trace: Trace, { at, ms, deaf }: { at: number; ms: number; deaf: string }): Finding {
  const [label, error] = [`sleep(${ms})`, madeBy(trace, "signal reason")];
  const { state, start, settled, value } = outcomeOf(trace, label);
  const nothing = isFalsy(error) ? "falsy-is-nothing" : undefined;
  const misreading = () => {
    if (trace.timersMade.length > MAX_TIMERS) return "busy-wait";
    if (trace.floating.length > 0) return "floating-rejection";
    if (state === "threw") return "sync-throw-escapes";
    // With 0 it may take the millisecond that Node's shortest timer does.
    const ends = ms > 0 ? [start.at + ms] : [start.at, start.at + 1];
    if (state === "fulfilled" && ends.includes(settled!.at)) return deaf;
    if (ms > 0 && settled?.at === ends[0]) return "waits-for-operation";
    if (settled?.at !== at) return undefined;
    if (state === "fulfilled") return nothing ?? "resolves-on-abort";
    return identical(value!, error) ? undefined : (nothing ?? "generic-error");
  };
  return rejected(trace, { at, error, label, otherwise: misreading() });
}

const MAX_TIMERS = 4;

/** Without `reason` the world makes up an error. */
type Reason = { reason?: { is: unknown } };
const otherReasons: Reason[] = ["closing time", undefined, null, 0, "", false].map((is) => ({
  reason: { is },
}));
const signalOf = (world: World, { reason }: Reason, when: { abortAt?: number; aborted?: boolean }) =>
  world.signal("signal", { ...when, ...(reason && { reason: reason.is }) });

/** One of several sleeps; `signal` is the index of the one that it gets, if there is one. Virtual ms. */
interface Nap {
  start: number;
  ms: number;
  signal: number;
}

const naps = fc.array(
  fc.record({
    start: fc.integer({ min: 0, max: 2000 }),
    // Most of them alike: sleeps of the same length are different sleeps all the same.
    ms: fc.oneof(fc.integer({ min: 10, max: 2000 }), fc.constantFrom(300, 900), fc.constant(300)),
    signal: fc.integer({ min: 0, max: 2 }),
  }),
  { minLength: 1, maxLength: 6 },
);
const abortTime = fc.integer({ min: 1, max: 2500 });
const overlapping = fc.record({ naps, aborts: fc.tuple(abortTime, abortTime) });
/** Sleeps that all go on while the signals of some abort: by chance alone that is rare. */
const crowd = fc.record({
  naps: fc.array(
    fc.record({
      start: fc.integer({ min: 0, max: 300 }),
      ms: fc.constantFrom(900, 900, 1200),
      signal: fc.integer({ min: 0, max: 2 }),
    }),
    { minLength: 2, maxLength: 6 },
  ),
  aborts: fc.tuple(...[0, 1].map(() => fc.integer({ min: 301, max: 899 }))) as fc.Arbitrary<[number, number]>,
});
const napLabel = ({ start, ms }: Nap, index: number) => `Sleep ${index + 1} (${ms} ms from ${start} ms)`;
/** When the nap's signal aborts. One that has aborted before is not handed out: it has a check of its own. */
const abortOf = (nap: Nap, aborts: number[]) => {
  const abort = aborts[nap.signal] ?? 0;
  return abort > nap.start ? abort : undefined;
};

function napEnds(trace: Trace, nap: Nap, label: string, aborts: number[]): Finding[] {
  const end = nap.start + nap.ms;
  const abort = abortOf(nap, aborts);
  if (abort === undefined) return slept(trace, end, label);
  // Due at the same instant: either may come first.
  if (abort === end) return [];
  const error = madeBy(trace, `signal ${nap.signal} reason`);
  return about(
    `With an abort at ${abort} ms`,
    abort > end ? slept(trace, end, label) : [rejected(trace, { at: abort, label, error })],
  );
}

export default grader<Student>("06-abortable-sleep", [
  check("story", "resolves to undefined after 1000 ms", {
    points: 2,
    scenario: (_world, { sleep }) => sleep(1000),
    expect: (trace) => slept(trace, 1000),
    mistakes: {
      "seconds-for-milliseconds": (trace) => outcomeOf(trace).settled?.at === 1_000_000,
      "timer-not-awaited": (trace) => outcomeOf(trace).settled?.at === 0 && trace.timersMade.length > 0,
    },
    virtualLimit: 2_000_000,
    whenStuck: "blocking-sleep",
  }),
  check("time", "sleeps exactly as long as it is told, while everything else goes on", {
    points: 1,
    given: fc.array(fc.integer({ min: 2, max: 5000 }), { minLength: 1, maxLength: 5 }),
    scenario: (world, { sleep }, durations) => {
      world.heartbeat("heartbeat", 100, 50);
      return Promise.all(durations.map((ms, n) => world.watch(`Sleep ${n + 1} (${ms} ms)`, () => sleep(ms))));
    },
    expect: (trace, durations) => [
      ...durations.flatMap((ms, n) => slept(trace, ms, `Sleep ${n + 1} (${ms} ms)`)),
      loopNeverLate(trace, { otherwise: "blocking-sleep" }),
      that(
        trace.timersMade.length <= durations.length * MAX_TIMERS,
        `It made ${trace.timersMade.length} timers; ${MAX_TIMERS} for each sleep are more than enough.`,
        // A few long steps are too many timers, too, but no looking again and again.
        { otherwise: (trace.timersMade[0]?.ms ?? 0) <= 100 ? "busy-wait" : undefined },
      ),
    ],
    mistakes: {
      "blocking-sleep": ({ blocked }) => blocked.length > 0,
      "argument-ignored": ({ timersMade }) =>
        timersMade.length > 0 && timersMade.every(({ ms }) => ms === 1000),
    },
    whenStuck: "blocking-sleep",
  }),
  check("zero", "with 0 or less still lets the timers run that are already due", {
    points: 1,
    cases: [0, -1, -1000],
    scenario: async (world, { sleep }, ms) => {
      const start = world.wait(300);
      world.at(300, () => world.note("due"));
      await start;
      await world.watch("The sleep", () => sleep(ms));
    },
    expect: (trace, ms) => {
      const ended = outcomeOf(trace, "The sleep").settled?.seq ?? Number.POSITIVE_INFINITY;
      const early = notesOf(trace, "due").some(({ seq }) => seq > ended);
      return about(`sleep(${ms})`, [
        ...slept(trace, [300, 301], "The sleep"),
        that(!early, "a timer that was due already ran only after it.", {
          otherwise: "microtask-is-no-yield",
        }),
      ]);
    },
  }),
  check("abort", "rejects with the signal's reason at the instant of the abort", {
    points: 2,
    cases: [
      { ms: 1000, abortAt: 303 },
      { ms: 2000, abortAt: 1999 },
      { ms: 500, abortAt: 0 },
      { ms: 300_000, abortAt: 299_999 },
      ...otherReasons.map((reason) => ({ ms: 1000, abortAt: 250, ...reason })),
    ],
    scenario: (world, { sleep }, { ms, abortAt, ...reason }: { ms: number; abortAt: number } & Reason) => {
      const signal = signalOf(world, reason, abortAt > 0 ? { abortAt } : {});
      const sleeping = world.watch(`sleep(${ms})`, () => sleep(ms, signal));
      // At 0 ms: in the very turn in which it was called.
      if (abortAt === 0) world.abort(signal);
      return sleeping;
    },
    expect: (trace, { ms, abortAt }) => [woken(trace, { at: abortAt, ms, deaf: "abort-ignored" })],
  }),
  check("apart", "keeps sleeps that overlap apart", {
    points: 1,
    given: fc.oneof({ arbitrary: overlapping, weight: 2 }, { arbitrary: crowd, weight: 1 }),
    runs: 100,
    scenario: async (world, { sleep }, { naps, aborts }) => {
      const signals = aborts.map((abortAt, index) => world.signal(`signal ${index}`, { abortAt }));
      const begin = async (nap: Nap, index: number) => {
        await world.wait(nap.start);
        const signal = abortOf(nap, aborts) === undefined ? undefined : signals[nap.signal];
        await world.watch(napLabel(nap, index), () => sleep(nap.ms, signal));
      };
      await Promise.all(naps.map(begin));
    },
    expect: (trace, { naps, aborts }) =>
      naps.flatMap((nap, index) => napEnds(trace, nap, napLabel(nap, index), aborts)),
    // Besides `main` there is one outcome a nap. Inputs shrink to a single nap if that goes wrong by itself.
    mistakes: { "shared-state": ({ outcomes }) => Object.keys(outcomes).length > 2 },
  }),
  check("timer", "leaves no timer behind after an abort", {
    points: 1,
    cases: [303, 0],
    scenario: (world, { sleep }, abortAt) => {
      const signal = world.signal("signal", abortAt > 0 ? { abortAt } : {});
      const sleeping = world.watch("The sleep", () => sleep(1000, signal));
      if (abortAt === 0) world.abort(signal);
      return sleeping;
    },
    expect: (trace, at) => [
      rejected(trace, { at, label: "The sleep" }),
      noTimerLeft(trace, { otherwise: "timer-leak" }),
    ],
  }),
  check("nothing-left", "leaves nothing behind after it has slept", {
    points: 1,
    scenario: async (world, { sleep }) => {
      const signal = world.signal("signal", { abortAt: 5000 });
      await sleep(100, signal);
      await Promise.all([sleep(300, signal), sleep(0, signal), sleep(700, signal)]);
    },
    expect: (trace) => [fulfilled(trace, { at: 800 }), nothingLeft(trace)],
  }),
  check("aborted", "makes no timer if the signal has already aborted", {
    points: 1,
    cases: [
      { ms: 1000 },
      ...[0, -1].map((ms) => ({ ms })),
      ...otherReasons.map((reason) => ({ ms: 1000, ...reason })),
    ],
    scenario: (world, { sleep }, { ms, ...reason }: { ms: number } & Reason) => {
      const signal = signalOf(world, reason, { aborted: true });
      return world.watch(`sleep(${ms})`, () => sleep(ms, signal));
    },
    expect: (trace, { ms }) => [
      woken(trace, { at: 0, ms, deaf: "ignores-already-aborted" }),
      noTimerMade(trace, { otherwise: "starts-after-abort" }),
    ],
  }),
]);
