// What a Loop promises: all microtasks before each timer, timers when they are due, a clock that jumps, and nothing lost.
import { apart } from "./kit/apart.ts";
import { fulfilled, that } from "./kit/expectations.ts";
import { check, grader, type Mistakes } from "./kit/grader.ts";
import { FALSY, MADE } from "./kit/jobs.ts";
import { isErrorNamed, isFalsy } from "./kit/mistakes/values.ts";
import { clear, fail, micro, type Program, timer } from "./kit/models/event-loop.ts";
import { following, inWords, linesOf } from "./kit/models/event-loop-done.ts";
import { type Fault, kept } from "./kit/models/event-loop-judged.ts";
import { mistakes, telling } from "./kit/models/event-loop-mistakes.ts";
import { fromPlain, identical } from "./trace/plain.ts";
import { madeBy, type Trace } from "./trace/trace.ts";
import type { World } from "./world/world.ts";

type Student = typeof import("../exercises/21-microtasks-and-timers/microtasks-and-timers.ts");

/** `gap`: virtual ms of the world between what is done with the loop. */
interface Cast {
  program: Program;
  gap?: number;
  /** The same function is given several times. */
  twins?: boolean;
}
/** The program on a loop: of all that may go wrong there only these faults count. */
const playing = (...faults: Fault[]) => ({
  scenario: (world: World, { Loop }: Student, { program, gap }: Cast) =>
    following(world, new Loop(), program, gap),
  expect: (trace: Trace, { program }: Cast) => [fulfilled(trace), kept(trace, program, ...faults)],
  says: ({ program }: Cast) => `With ${inWords(program)}`,
});
const casts = (...programs: Program[]): Cast[] => programs.map((program) => ({ program }));
const random = (...options: Parameters<typeof telling>) =>
  telling(...options).map((program): Cast => ({ program }));

/** What came out of `run()`. */
const thrown = (trace: Trace) =>
  Object.values(trace.outcomes).flatMap(({ state, value = null }) => (state === "threw" ? [value] : []));
/** Whatever came out is the very thing that a callback threw. */
const thrownAsItIs = (trace: Trace) =>
  that(
    thrown(trace).every((error) => identical(error, madeBy(trace, "thrown"))),
    "`run()` threw something else than the callback did.",
    { otherwise: "wrapped-error" },
  );
const always: Mistakes = {
  "stack-overflow": (trace) => thrown(trace).some((error) => isErrorNamed(error, "RangeError")),
  "runs-outside-run": (trace) => linesOf(trace).some(({ during }) => !during),
};
/** Something had not run, and nothing else explains it. */
const early: Mistakes = {
  "ends-too-early": (trace) => kept(trace, (fromPlain(trace.input!) as Cast).program, "left") !== undefined,
};
const micros = [
  "microtasks-after-timers",
  "one-microtask-a-turn",
  "microtasks-reversed",
  "row-per-instant",
] as const;
const orders = ["creation-order", "delay-is-not-due", "unstable-order", "clock-goes-back"] as const;
const clocks = [
  "ms-made-an-integer",
  "clock-not-advanced",
  "delay-is-not-due",
  "clock-goes-back",
  "clock-starts-over",
  "zero-is-one",
] as const;
const clears = ["cleared-still-runs", "cleared-moves-clock", "clears-another"] as const;
const throws = ["throw-swallowed", "throws-at-the-end", "thrower-runs-again", "throw-loses-rest"] as const;

export default grader<Student>("21-microtasks-and-timers", [
  check("story", "runs the microtasks first, then timer after timer, each with its microtasks", {
    points: 1,
    cast: casts([
      [timer(200, "A", micro("D")), timer(100, "B", micro("E", micro("F"))), micro("C", timer(100, "G"))],
    ]),
    ...playing("microtasks", "timers", "twins", "clock", "left", "outside"),
    mistakes: { ...always, ...mistakes(...micros, ...orders, ...clocks), ...early },
  }),
  check("microtasks", "runs all microtasks, in the order queued, before the next timer", {
    points: 2,
    cast: random(micros, { delays: [100, 100, 200] }),
    ...playing("microtasks", "left"),
    mistakes: { ...always, ...mistakes(...micros), ...early },
  }),
  check("timers", "runs timers by due time, and in the order of creation where that is the same", {
    points: 2,
    cast: random(orders, { delays: [-100, 0, 100, 200, 1000], microtasks: false }),
    ...playing("timers", "twins", "left"),
    mistakes: { ...always, ...mistakes(...orders, "zero-is-one"), ...early },
  }),
  check("clock", "lets now jump to each timer's due time, and stay there", {
    points: 1,
    cast: casts(
      [[timer(0, "A"), timer(-100, "B"), timer(100, "C", timer(-200, "D"))]],
      [[timer(100, "A"), timer(300, "B")], [timer(100, "C"), micro("D")], []],
      [[timer(200, "A", timer(100, "B", timer(100, "C"))), timer(350, "D")]],
      [[micro("A", timer(100, "B", micro("C", timer(100, "D"))))]],
      [[timer(100, "A", timer(0, "B", timer(-100, "C", timer(0, "D")))), timer(200, "E")]],
      [[timer(0.5, "A"), timer(3_000_000_000, "B")]],
      [[timer(200, "A", fail(MADE)), timer(300, "B")], [timer(100, "C")]],
    ),
    ...playing("clock", "moved", "waited"),
    mistakes: { ...always, ...mistakes(...clocks) },
    whenStuck: "clock-ticks",
  }),
  check("clear", "never runs a cleared timer, leaves the others alone, and does not wait for it", {
    points: 1,
    cast: casts(
      [[timer(200, "A"), timer(100, "B"), clear("A"), timer(100, "C")], [timer(100, "D")]],
      [[timer(100, "A"), timer(300, "B"), clear("B")], [timer(100, "C")]],
      [
        [timer(100, "A", clear("B")), timer(100, "B")],
        [timer(100, "C", clear("C"), clear("A")), timer(100, "D")],
      ],
      [[timer(100, "A", micro("B", clear("C"))), timer(100, "C"), micro("D", clear("E")), timer(0, "E")]],
      [[timer(100, "A"), timer(200, "B"), clear("B"), timer(300, "C"), clear("B"), clear("nobody")]],
      [
        [timer(100, "A"), timer(200, "B")],
        [timer(100, "C"), timer(50, "D"), clear("A"), clear("B")],
      ],
    ),
    ...playing("cleared", "left", "waited"),
    mistakes: { ...always, ...mistakes(...clears) },
  }),
  check("throw", "lets what a callback throws out of run() at once, and goes on there at the next", {
    points: 1,
    cast: casts(
      [[micro("A", fail(MADE)), micro("B"), timer(100, "C")], []],
      [[micro("A"), timer(100, "B", micro("C"), fail(MADE)), timer(100, "D")], [micro("E")]],
      [[micro("A"), timer(100, "B", micro("C", fail(MADE)), micro("D", micro("E"))), timer(100, "F")], []],
      [[micro("A"), micro("B", fail(MADE)), micro("C", fail(MADE)), timer(100, "D")], [micro("E")], []],
      ...FALSY.map(
        (value): Program => [[micro("A", fail(value)), timer(100, "B", fail(value))], [micro("C")], []],
      ),
    ),
    ...playing(),
    expect: (trace, { program }) => [
      fulfilled(trace),
      kept(trace, program, "throw", "again", "left", "resumed"),
      thrownAsItIs(trace),
    ],
    mistakes: {
      ...always,
      "falsy-is-nothing": (trace) => isFalsy(madeBy(trace, "thrown")),
      ...mistakes(...throws, ...micros),
    },
  }),
  check("run", "runs nothing outside of run(), and in it all there is, even 10,000 microtasks in a chain", {
    points: 1,
    cast: [
      { program: [[micro("A"), timer(100, "B", micro("C"))], [], [micro("D")]] },
      { program: [[micro("A"), micro("A"), timer(100, "B"), timer(100, "B")], [timer(0, "B")]], twins: true },
      { program: [[{ queue: { name: "Z", steps: [], chain: 10_000 } }, timer(100, "A")]] },
    ],
    ...playing("outside", "again", "left"),
    mistakes: {
      ...always,
      "twins-merged": ({ input }) => (fromPlain(input!) as Cast).twins === true,
      ...early,
    },
  }),
  check("apart", "keeps loops apart", {
    points: 1,
    ...apart(playing(), {
      "A loop": { program: [[timer(200, "A", micro("B")), micro("C")], [timer(100, "D")]], gap: 150 },
      "One with a timer cleared": { program: [[timer(100, "E"), timer(50, "F"), clear("E")], []], gap: 150 },
    }),
  }),
]);
