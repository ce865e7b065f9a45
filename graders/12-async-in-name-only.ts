// What sumAll promises: every number once, chunk by chunk, and a turn of the event loop between two chunks.
import fc from "fast-check";
import {
  about,
  called,
  fulfilled,
  loopNeverLate,
  noTimerLeft,
  noted,
  rejected,
  that,
} from "./kit/expectations.ts";
import * as gathered from "./kit/gathered.ts";
import { check, grader, type Mistakes } from "./kit/grader.ts";
import { equal, fromPlain, type Plain, toPlain } from "./kit/plain.ts";
import { type Call, madeBy, notesOf, outcomeOf, type Trace } from "./kit/trace.ts";
import { isErrorNamed, isFalsy, partsOf } from "./kit/values.ts";
import type { World } from "./kit/world.ts";

type Student = typeof import("../exercises/12-async-in-name-only/async-in-name-only.ts");

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
const chunksOf = (numbers: number[], size: number) =>
  Array.from({ length: Math.ceil(numbers.length / size) }, (_, index) =>
    numbers.slice(index * size, (index + 1) * size),
  );
const STORY = { numbers: upTo(30), size: 10 };

const [MICROTASKS, TURN] = ["microtasks", "turn of the loop"];
/** A fraction that adds up without rounding, in any order. */
const QUARTER = 0.25;

/** An `addUp` that costs `cost` virtual ms a call. It counts in units of which `unit` make up 1. */
const makeAddUp = (world: World, { cost = 10, unit = 1 } = {}) =>
  world.blocking("addUp", {
    costs: cost,
    returns: (chunk: number[]) => {
      // Due before anything that the submission can set: so it is noted first in the next turn.
      world.at(world.now, () => world.note(TURN));
      Promise.resolve().then(() => world.note(MICROTASKS));
      return unit * sum(chunk);
    },
  });

const chunkOf = ({ args }: Call) => partsOf(args[0] ?? null);
const chunksMade = (trace: Trace) => trace.calls.map(chunkOf);
/** The generated numbers and size. */
const givenTo = ({ input = null }: Trace) => fromPlain(input) as typeof STORY;
const same = (a: Plain[], b: unknown[]) => equal({ t: "array", items: a }, toPlain(b));

/** What the chunks show that were made of these numbers. */
const chunkMistakes = ({ numbers, size }: typeof STORY): Mistakes => {
  const wanted = chunksOf(numbers, size);
  const allBut = (trace: Trace) => same(chunksMade(trace).flat(), wanted.slice(0, -1).flat());
  return {
    "one-big-chunk": (trace) =>
      wanted.length > 1 && trace.calls.length === 1 && same(chunkOf(trace.calls[0]!), numbers),
    "last-chunk-lost": (trace) =>
      // A single full chunk may be lost for another reason, such as its zeros.
      (wanted.length > 1 || size > numbers.length) &&
      trace.calls.length === wanted.length - 1 &&
      allBut(trace),
    "timer-not-awaited": ({ calls, timersMade, outcomes: { main } }) =>
      timersMade.length > 0 && calls.some(({ start }) => start.seq > (main?.settled?.seq ?? start.seq)),
    "off-by-one": (trace) => {
      const pieces = chunksMade(trace).flat();
      const own = pieces.every((piece) => numbers.includes(Number(piece)));
      return (
        own && pieces.length > 0 && pieces.length !== numbers.length && outcomeOf(trace).state === "fulfilled"
      );
    },
  };
};

/** Between two chunks at least: whether the loop had a turn, and if not, whether microtasks ran. */
const between = (trace: Trace, name: string) =>
  trace.calls.slice(1).map(({ start }, index) => {
    const { seq } = trace.calls[index]!.end!;
    return notesOf(trace, name).some((note) => note.seq > seq && note.seq < start.seq);
  });
const missedTurn = (trace: Trace, microtasks: boolean) => {
  const ran = between(trace, MICROTASKS);
  return between(trace, TURN).some((turn, index) => !turn && ran[index] === microtasks);
};
const yieldMistakes: Mistakes = {
  "turns-set-together": ({ calls, timersMade }) => {
    const first = calls[0]?.start.at ?? 0;
    return timersMade.filter(({ madeAt, dueAt }) => madeAt <= first && dueAt <= first).length > 1;
  },
  // Who set a timer for each turn waited for a turn, if for one that came too soon.
  "microtask-is-no-yield": (trace) =>
    missedTurn(trace, true) && trace.timersMade.length < trace.calls.length - 1,
  "no-yield": (trace) => missedTurn(trace, false),
  "overdue-interval": ({ timersMade }) => timersMade.some(({ kind }) => kind === "interval"),
};

const failureMistakes: Mistakes = {
  "sync-throw-escapes": (trace) => outcomeOf(trace).state === "threw",
  "lost-rejection": ({ end, outcomes }) => end === "crashed" || outcomes.main?.state === "pending",
  "falsy-is-nothing": ({ calls }) => calls.some(({ how, value }) => how === "threw" && isFalsy(value!)),
  "swallowed-error": gathered.failureSwallowed,
  "starts-after-failure": ({ calls }) => calls.slice(0, -1).some(({ how }) => how === "threw"),
  "wrapped-error": gathered.failureWrapped,
  "generic-error": gathered.failureReplaced,
};

const isRangeError = (value: Plain = null) => isErrorNamed(value, "RangeError");
const total = (trace: Trace, label: string, value: number) => fulfilled(trace, { label, value });
const alone = (trace: Trace) => total(trace, "The first call", sum(upTo(5)));

export default grader<Student>("12-async-in-name-only", [
  check("story", "adds up 30 numbers in three chunks of 10", {
    points: 2,
    scenario: (world, { sumAll }) => sumAll(STORY.numbers, makeAddUp(world), STORY.size),
    expect: (trace) => [
      called(trace, "addUp", { args: chunksOf(STORY.numbers, STORY.size).map((chunk) => [chunk]) }),
      fulfilled(trace, { value: sum(STORY.numbers) }),
    ],
    mistakes: chunkMistakes(STORY),
  }),
  check("yield", "lets the event loop run between any two chunks", {
    points: 2,
    given: fc.record({
      chunks: fc.oneof(fc.integer({ min: 2, max: 7 }), fc.integer({ min: 2, max: 30 })),
      cost: fc.constantFrom(10, 2, 7, 30),
      // A slow heartbeat falls in with the chunks, so that a turn may be missed unseen; one of 1 ms sees each.
      every: fc.constantFrom(10, 1),
      phase: fc.integer({ min: 1, max: 9 }),
      // Large ones too: who lets the loop run after so many numbers misses none of the small ones.
      size: fc.constantFrom(2, 1, 25),
    }),
    runs: 40,
    scenario: (world, { sumAll }, { chunks, cost, every, phase, size }) => {
      world.heartbeat("heartbeat", every, phase);
      // A beat that is due must come, also if all chunks were done before it could.
      world.at(chunks * (cost + 2) + every, () => {});
      return sumAll(upTo(chunks * size), makeAddUp(world, { cost }), size);
    },
    expect: (trace, { chunks, cost }) =>
      about(`With ${chunks} chunks of ${cost} ms`, [
        called(trace, "addUp", { times: chunks }),
        loopNeverLate(trace, { by: cost }),
      ]),
    mistakes: yieldMistakes,
  }),
  check("time", "takes at most 2 ms a chunk besides the work itself", {
    points: 1,
    cases: [
      { chunks: 3, cost: 10 },
      { chunks: 40, cost: 3 },
      { chunks: 1, cost: 20 },
    ],
    scenario: (world, { sumAll }, { chunks, cost }) =>
      sumAll(upTo(chunks * 4), makeAddUp(world, { cost }), 4),
    expect: (trace, { chunks, cost }) => {
      const [at, most] = [outcomeOf(trace).settled?.at ?? 0, chunks * (cost + 2)];
      const message = `it took ${at} ms; at most ${most} ms are allowed.`;
      return about(`With ${chunks} ${chunks === 1 ? "chunk" : "chunks"} of ${cost} ms`, [
        called(trace, "addUp", { times: chunks }),
        fulfilled(trace),
        that(at <= most, message, { otherwise: "yield-too-long" }),
        noTimerLeft(trace, { otherwise: "timer-leak" }),
      ]);
    },
  }),
  check("cover", "covers each number once, in order, whatever the sizes", {
    points: 1,
    given: fc.record({
      numbers: fc.array(fc.oneof(fc.constant(0), fc.integer({ min: -99, max: 99 })), {
        minLength: 1,
        maxLength: 40,
        size: "max",
      }),
      size: fc.integer({ min: 1, max: 12 }),
    }),
    runs: 60,
    scenario: (world, { sumAll }, { numbers, size }) =>
      sumAll(numbers, makeAddUp(world, { unit: QUARTER }), size),
    expect: (trace, { numbers, size }) =>
      about(
        `With ${numbers.length} ${numbers.length === 1 ? "number" : "numbers"} in chunks of ${size}, and an addUp that counts in quarters`,
        [
          called(trace, "addUp", { args: chunksOf(numbers, size).map((chunk) => [chunk]) }),
          fulfilled(trace, { value: QUARTER * sum(numbers) }),
        ],
      ),
    mistakes: {
      "falsy-is-nothing": (trace) => {
        const { numbers, size } = givenTo(trace);
        return trace.calls.at(-1)?.value === 0 && trace.calls.length < chunksOf(numbers, size).length;
      },
      "last-chunk-lost": (trace) => chunkMistakes(givenTo(trace))["last-chunk-lost"]!(trace),
      "off-by-one": (trace) => chunkMistakes(givenTo(trace))["off-by-one"]!(trace),
      "result-ignored": (trace) => {
        const total = sum(givenTo(trace).numbers);
        return total !== 0 && outcomeOf(trace).value === total;
      },
    },
  }),
  check("empty", "resolves to 0 without numbers, and calls nothing", {
    points: 1,
    cases: [1, 10],
    scenario: (world, { sumAll }, size) => sumAll([], makeAddUp(world), size),
    expect: (trace) => [called(trace, "addUp", { times: 0 }), fulfilled(trace, { value: 0 })],
    mistakes: { "empty-hangs": (trace) => outcomeOf(trace).state === "pending" },
  }),
  check("range", "rejects with a RangeError if the chunk size is no positive integer", {
    points: 1,
    cases: [0, -1, -10, 1.5, 0.5, Number.NaN, Number.POSITIVE_INFINITY],
    scenario: (world, { sumAll }, size) => sumAll(STORY.numbers, makeAddUp(world), size),
    expect: (trace, size) =>
      about(`With a chunk size of ${size}`, [
        rejected(trace, { shape: { name: "RangeError" } }),
        called(trace, "addUp", { times: 0 }),
      ]),
    mistakes: {
      "sync-throw-escapes": ({ outcomes: { main } }) => main?.state === "threw" && isRangeError(main.value),
      "bad-input-accepted": ({ calls, outcomes: { main } }) =>
        calls.length > 0 || main?.state === "fulfilled" || main?.state === "pending",
      "generic-error": ({ outcomes: { main } }) => main?.state === "rejected" && !isRangeError(main.value),
    },
    whenStuck: "bad-input-accepted",
    stepLimit: 2000,
  }),
  check("failure", "rejects with what addUp throws, and goes no further", {
    points: 1,
    cases: [
      { chunk: 2, what: "an error" },
      { chunk: 1, what: "an error" },
      ...[null, 0, "", false].map((what) => ({ chunk: 2, what })),
    ],
    scenario: (world, { sumAll }, { chunk, what }) => {
      const reason = what === "an error" ? world.error("overflow") : what;
      world.made("overflow", reason);
      const throws = ([first]: number[]) => (first === chunk ? reason : undefined);
      return sumAll(upTo(3), world.blocking("addUp", { costs: 10, returns: sum, throws }), 1);
    },
    expect: (trace, { chunk }) => [
      called(trace, "addUp", { times: chunk }),
      rejected(trace, { at: trace.calls.at(-1)?.end?.at ?? 0, error: madeBy(trace, "overflow") }),
      noTimerLeft(trace, { otherwise: "timer-leak" }),
    ],
    mistakes: failureMistakes,
  }),
  check("apart", "keeps calls apart, and leaves the numbers as they are", {
    points: 1,
    scenario: async (world, { sumAll }) => {
      const mine = upTo(5);
      await world.watch("The first call", () => sumAll(mine, makeAddUp(world), 2));
      world.note("numbers", [...mine]);
      const second = world.watch("The second call", () => sumAll(mine, makeAddUp(world), 2));
      await world.watch("A call that overlaps it", () => sumAll(upTo(9), makeAddUp(world), 3));
      await second;
    },
    expect: (trace) => [
      noted(trace, "numbers", { values: [upTo(5)], otherwise: "input-changed" }),
      alone(trace),
      total(trace, "The second call", sum(upTo(5))),
      total(trace, "A call that overlaps it", sum(upTo(9))),
      called(trace, "addUp", { times: 9 }),
    ],
    mistakes: { "shared-state": (trace) => trace.calls.length <= 9 && alone(trace) === undefined },
  }),
]);
