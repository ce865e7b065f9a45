// What sumAll promises: every number once, chunk by chunk, and a turn of the event loop between two chunks.
import { onceMore, wentOnceMore } from "./kit/again.ts";
import { apart } from "./kit/apart.ts";
import { rejectedWithFirst, settledBy } from "./kit/as-it-went.ts";
import { refusalMistakes, rejectedAsBad } from "./kit/bad-numbers.ts";
import { called, fulfilled, loopNeverLate, noTimerLeft } from "./kit/expectations.ts";
import { check, grader, type Mistakes, type Play } from "./kit/grader.ts";
import { inputOf } from "./kit/input.ts";
import { FALSY } from "./kit/jobs.ts";
import * as gathered from "./kit/mistakes/gathered.ts";
import { isErrorNamed, partsOf } from "./kit/mistakes/values.ts";
import { failureMistakes } from "./kit/models/failure.ts";
import { noneAfterFailure } from "./kit/models/turns.ts";
import { notesOf, outcomeOf, type Trace } from "./trace/trace.ts";

type Student = typeof import("../exercises/12-async-in-name-only/async-in-name-only.ts");

/**
 * `addUp` costs `cost` virtual ms (10 if not given), counts in units of which `unit` make up 1, and throws `value` (not
 * undefined) for the chunk that holds `throwsAt`. The heartbeat beats `every` ms. `again`: the same numbers once more, later.
 */
type More = { again: boolean; cost: number; unit: number; every: number; throwsAt: number; value: unknown };
type Cast = { numbers: number[]; size: number } & Partial<More>;
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
const chunksOf = ({ numbers, size }: Cast): number[][] =>
  numbers.length > 0 ? [numbers.slice(0, size), ...chunksOf({ numbers: numbers.slice(size), size })] : [];
const SIX: Cast = { numbers: upTo(6), size: 2 };
const throwing = (throwsAt: number, value?: unknown): Cast => ({ ...SIX, throwsAt, value });
const castOf = (trace: Trace) => inputOf<Cast>(trace);
const chunksMade = ({ calls }: Trace) => calls.map(({ args }) => partsOf(args[0] ?? null));
const due = (trace: Trace) => chunksOf(castOf(trace));
const same = (a: unknown[], b: unknown[]) => JSON.stringify(a) === JSON.stringify(b);
/** In chunks of 1 all in one may mean either of two mistakes. */
const isOdd = (trace: Trace) => castOf(trace).size > 1 && !same(chunksMade(trace), due(trace));
const asCount = ({ numbers, size }: Cast) => chunksOf({ numbers, size: Math.ceil(numbers.length / size) });
const mistakes: Mistakes = {
  "throw-in-callback": ({ end }) => end === "crashed",
  ...failureMistakes,
  "falsy-is-nothing": (trace) =>
    failureMistakes["falsy-is-nothing"]!(trace) ||
    (trace.calls.at(-1)?.value === 0 && trace.calls.length < due(trace).length),
  "timer-not-awaited": gathered.wentOn,
  "size-for-count": (trace) => isOdd(trace) && same(chunksMade(trace), asCount(castOf(trace))),
  "one-big-chunk": (trace) => isOdd(trace) && same(chunksMade(trace), [castOf(trace).numbers]),
  "service-unused": ({ calls, program }) => calls.length === 0 && (program?.unused.length ?? 0) > 0,
  "last-chunk-lost": (trace) => trace.calls.length > 0 && same(chunksMade(trace), due(trace).slice(0, -1)),
  // Who has covered all, and then makes one more call, has left nothing out.
  "off-by-one": (trace, { numbers } = castOf(trace), all = chunksMade(trace).flat()) =>
    ![0, numbers.length].includes(all.length) && !same(all.slice(0, numbers.length), numbers),
  "input-refused": (trace) => trace.calls.length === 0 && isErrorNamed(outcomeOf(trace).value, "RangeError"),
  "result-ignored": (trace) => !!castOf(trace).unit && outcomeOf(trace).value === sum(castOf(trace).numbers),
};
const yieldMistakes: Mistakes = {
  "turns-set-together": ({ calls, timersMade }) =>
    timersMade.filter(({ madeAt }) => madeAt <= (calls[0]?.start.at ?? 0)).length >=
    Math.max(2, calls.length - 1),
  // A chunk's microtasks ran only when the next one was over.
  "no-yield": ({ calls, ...trace }) =>
    notesOf({ calls, ...trace }, "microtasks").some(({ at }, index) => at > (calls[index]?.end?.at ?? at)),
  "overdue-interval": ({ timersMade }) => timersMade.some(({ kind, ms }) => kind === "interval" && ms <= 30),
  "microtask-is-no-yield": ({ calls, timersMade }) => timersMade.length < calls.length - 1,
};

const adding: Play<Student, Cast> = {
  scenario(world, { sumAll }, cast) {
    const { size, cost = 10, unit = 1, every, throwsAt = Number.NaN, value = world.error("overflow") } = cast;
    const numbers = [...cast.numbers];
    if (every) world.heartbeat("heartbeat", every, 1);
    // A beat that is due must come, also if all chunks were done before it could.
    if (every) world.at(chunksOf(cast).length * (cost + 2) + every, () => {});
    const addUp = (name: string) =>
      world.blocking(name, {
        costs: cost,
        returns: (chunk: number[]) => {
          Promise.resolve().then(() => world.note("microtasks"));
          return unit * sum(chunk);
        },
        throws: (chunk: number[]) => (chunk.includes(throwsAt) ? value : undefined),
      });
    if (cast.again) onceMore(world, numbers, 300, () => sumAll(numbers, addUp("addUp again"), size));
    return sumAll(numbers, addUp("addUp"), size);
  },
  says: ({ numbers, size }) => `With ${numbers.length || "no"} numbers in chunks of ${size}`,
  expect: (trace, cast) => [
    called(trace, "addUp", { args: chunksOf(cast).map((chunk) => [chunk]) }),
    fulfilled(trace, { value: (cast.unit ?? 1) * sum(cast.numbers) }),
  ],
  mistakes,
};
const untouched = (trace: Trace) => [called(trace, "addUp", { times: 0 }), noTimerLeft(trace)];

export default grader<Student>("12-async-in-name-only", [
  check("story", "adds up 30 numbers in three chunks of 10", {
    points: 2,
    cast: [{ numbers: upTo(30), size: 10 }],
    ...adding,
  }),
  check("yield", "lets the event loop run between any two chunks", {
    points: 2,
    cast: [
      // A beat of 1 ms is due in each chunk; one of 10 ms is due too late for who comes before it out of turn.
      { numbers: upTo(8), size: 2, every: 10 },
      { numbers: upTo(3), size: 1, every: 1 },
      { numbers: upTo(60), size: 2, cost: 2, every: 1 },
      { numbers: upTo(125), size: 25, cost: 30, every: 10 },
    ],
    ...adding,
    expect: (trace, { cost: by = 10 }) => [
      called(trace, "addUp", { atLeast: 2 }),
      loopNeverLate(trace, { by }),
    ],
    mistakes: { ...yieldMistakes, ...mistakes },
  }),
  check("time", "takes at most 2 ms a chunk besides the work itself", {
    points: 1,
    cast: [SIX, { numbers: upTo(160), size: 4, cost: 3 }],
    ...adding,
    expect: (trace, { cost = 10 }) => [
      called(trace, "addUp", { atLeast: 1 }),
      fulfilled(trace),
      settledBy(trace, { at: trace.calls.length * (cost + 2), otherwise: "yield-too-long" }),
      noTimerLeft(trace),
    ],
  }),
  check("cover", "covers each number once, in order, whatever the sizes", {
    points: 1,
    // Quarters add up without rounding, in any order.
    cast: [
      { numbers: [5, -3, 8, 0, 2, 7, 1], size: 3, unit: 0.25 },
      { numbers: [4, 9, 2, 6, 1, 3], size: 2, unit: 0.25 },
      { numbers: [3, 0, 6, 0, 5], size: 1, unit: 0.25 },
      ...[3, 5, 5000].map((size) => ({ numbers: [7, 2, 9], size, unit: 0.25 })),
    ],
    ...adding,
  }),
  check("empty", "resolves to 0 without numbers, and calls nothing", {
    points: 1,
    cast: [1, 10].map((size) => ({ numbers: [], size })),
    ...adding,
    expect: (trace) => [fulfilled(trace, { value: 0 }), ...untouched(trace)],
    mistakes: {
      "empty-hangs": (trace) => outcomeOf(trace).state === "pending",
      "input-refused": (trace) => isErrorNamed(outcomeOf(trace).value, "TypeError"),
    },
  }),
  check("range", "rejects with a RangeError if the chunk size is no positive integer", {
    points: 1,
    cast: [0, -1, -10, 1.5, 0.5, Number.NaN, Number.POSITIVE_INFINITY].map((size) => ({ ...SIX, size })),
    ...adding,
    expect: (trace) => [rejectedAsBad(trace), ...untouched(trace)],
    mistakes: refusalMistakes,
    whenStuck: "bad-input-accepted",
    stepLimit: 2000,
  }),
  check("failure", "rejects with what addUp throws, and goes no further", {
    points: 1,
    cast: [throwing(3), throwing(1), throwing(6), ...FALSY.slice(1).map((value) => throwing(3, value))],
    ...adding,
    expect: (trace) => [
      rejectedWithFirst(trace, { service: "addUp" }),
      noneAfterFailure(trace, "addUp", "starts-after-failure"),
      noTimerLeft(trace),
    ],
  }),
  check("apart", "keeps calls apart, and leaves the numbers as they are", {
    points: 1,
    // Chunks cost nothing here: on one loop calls do hold each other up.
    ...apart(
      adding,
      {
        "A call": { numbers: upTo(5), size: 2, cost: 0 },
        "A call that fails": { ...throwing(3), cost: 0 },
        "The same numbers twice": { numbers: upTo(4), size: 3, cost: 0, again: true },
      },
      { own: (part, { numbers, again }) => wentOnceMore(part, "addUp", again ? numbers : undefined) },
    ),
  }),
]);
