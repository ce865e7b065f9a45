// What serve promises: one line of orders, nobody idle while one is left, and nothing more after a failure.
import { asTheyWere, looking } from "./kit/again.ts";
import { apart, wentAlike } from "./kit/apart.ts";
import { fulfilledWithLast, rejectedWithFirst } from "./kit/as-it-went.ts";
import { refusalMistakes, rejectedAsBad } from "./kit/bad-numbers.ts";
import { beside } from "./kit/beside.ts";
import { fulfilled, rejected } from "./kit/expectations.ts";
import { check, grader, type Mistakes } from "./kit/grader.ts";
import { inputOf } from "./kit/input.ts";
import { answerOf, failing, makeValues, ready, returning, throwing } from "./kit/jobs.ts";
import * as gathered from "./kit/mistakes/gathered.ts";
import { after, stands } from "./kit/mistakes/slips.ts";
import { type Crowd, crowd, inWords, rejecting } from "./kit/models/line.ts";
import { failingCrowds, sharedFailure } from "./kit/models/line-failures.ts";
import * as judged from "./kit/models/line-judged.ts";
import * as lines from "./kit/models/line-mistakes.ts";
import { telling } from "./kit/models/line-telling.ts";
import { smallCrowds } from "./kit/models/small-crowds.ts";
import { outcomeOf, type Trace } from "./trace/trace.ts";
import type { World } from "./world/world.ts";

type Student = typeof import("../exercises/13-cashiers/cashiers.ts");

/** Visits are orders, places cashiers. Orders have the menu's names in turn; without one each has a number. */
type Shift = Crowd & { menu?: string[] };
const numbered = (index: number) => `order ${index + 1}`;
const ordersOf = ({ visits, menu }: Shift) =>
  visits.map((_, index) => menu?.[index % menu.length] ?? numbered(index));
const shiftOf = (trace: Trace) => inputOf<Shift>(trace);

/** The shift's cashiers. Each order has a job of its own; of those that are alike the first to start has the first. */
function hire(world: World, shift: Shift) {
  const [values, left] = [makeValues(world, shift.visits, "burger"), ordersOf(shift)];
  const cashier = (_: unknown, index: number) => {
    let freeAt = 0;
    const when = (order: string) => {
      if (world.now < freeAt) return { takes: 0, fails: new Error("cashier is busy") };
      const place = left.indexOf(order);
      delete left[place];
      const job = shift.visits[place] ?? returning(1000);
      freeAt = world.now + job.takes;
      return answerOf(job, values[place]);
    };
    return { prepare: world.service("prepare", { when, number: index + 1 }) };
  };
  return Array.from({ length: shift.places }, cashier);
}
const mistakes: Mistakes = {
  ...lines.refusals,
  "others-unused": lines.othersUnused(({ number }) => number),
  "repeated-call": (trace) => trace.calls.length > shiftOf(trace).visits.length,
  ...lines.mistakes("prepare", numbered, lines.QUEUED),
  "forgotten-await": gathered.unawaited,
  "completion-order": gathered.inOrderOfEnd,
  "read-too-late": gathered.placedByCounter,
  "leaves-before-tasks-end": (trace) => gathered.withGaps(trace) && !stands(trace, "Promise.race"),
  "busy-wait": (trace) => lines.refusals["busy-wait"]!(trace) || after["busy-wait"]!(trace),
  // Of the inputs ordinary ones come first.
  "falsy-is-nothing": (trace) =>
    [...ordersOf(shiftOf(trace)), ...shiftOf(trace).visits.map(({ value }) => value)].includes(""),
  "twins-merged": (trace) => shiftOf(trace).menu !== undefined,
};

const serving = {
  scenario: (world: World, { serve }: Student, shift: Shift) => serve(ordersOf(shift), hire(world, shift)),
  says: (shift: Shift) => inWords(shift, "cashier", "orders"),
  mistakes,
};
/** The same, and whether a list is another one in the end; in the same turn the orders go to other cashiers, too. */
function servingAndLooking(world: World, { serve }: Student, shift: Shift) {
  const [orders, cashiers, others] = [ordersOf(shift), hire(world, shift), hire(world, shift)];
  void world.watch("again", () => serve(orders, others));
  return looking(world, [orders, cashiers], () => serve(orders, cashiers));
}

/** Somebody fails while an order is left. Who starts more then is called so. */
const failingOnce = (otherwise?: string) => ({
  ...serving,
  expect: (trace: Trace, { places }: Shift) => [
    rejected(trace),
    rejectedWithFirst(judged.withoutRefused(trace)),
    judged.begunNoMore(trace, "prepare", places, otherwise),
  ],
  mistakes: sharedFailure,
});

export default grader<Student>("13-cashiers", [
  check("story", "serves 16 orders at 8 cashiers in 2000 ms", {
    points: 2,
    cast: [crowd(8, ...Array<number>(16).fill(1000))],
    scenario: serving.scenario,
    expect: (trace, shift) => [
      judged.nobodyDisturbed(trace),
      fulfilled(trace, { at: 2000 }),
      judged.resultsInPlace(trace, ordersOf(shift)),
    ],
    mistakes,
  }),
  check("idle", "leaves no cashier idle while there is an order left", {
    points: 1,
    cast: [
      crowd(2, 103, 307, 100, 111, 200),
      crowd(3, 900, 500, 100, 100, 300, 600, 200),
      crowd(1, 200, 100, 300),
      crowd(4, 300, 200, 100),
      crowd(1, ready(), 300, ready(), 200),
      // More than the story's eight.
      crowd(12, 900, 300, 400, 500, 600, 700, 800, 900, 300, 400, 500, 600, 200, 100),
    ],
    ...serving,
    expect: (trace, shift) => judged.nobodyIdle(trace, "prepare", shift),
  }),
  check("start", "starts each order in turn, as soon as a cashier is free", {
    points: 1,
    cast: telling(lines.QUEUED),
    explored: { of: "orders", inputs: smallCrowds() },
    ...serving,
    expect: (trace, shift) => judged.servedInTurn(trace, "prepare", shift, numbered),
  }),
  check("order", "gives the results in the order of the orders, when the last is done", {
    points: 1,
    cast: [
      crowd(3, 300, 100, 200),
      crowd(2, 503, 100, 307, 200, 100, 411),
      crowd(2, 100_003, 300, 100),
      { ...crowd(3, 500, 300, 100, 200, 100), menu: ["burger", "fries", "burger", "salad"] },
      crowd(2, 300, returning(100, ""), 200, 100),
      { ...crowd(1, 100, 200, 100), menu: ["burger", "", "fries"] },
    ],
    ...serving,
    expect: (trace, shift) => [judged.resultsInPlace(trace, ordersOf(shift)), fulfilledWithLast(trace)],
  }),
  check("failure", "rejects at the moment of a failure, and starts no further order", {
    points: 2,
    cast: failingCrowds,
    ...failingOnce(),
  }),
  check("throw", "takes a prepare that throws at once for a failure", {
    points: 1,
    cast: [
      crowd(2, 1000, throwing(), 500, 200),
      crowd(3, throwing(), 1000, failing(700), 200),
      crowd(2, 1000, 400, throwing(), failing(900)),
      crowd(2, failing(500), throwing(), 200),
      crowd(1, 300, throwing(null), 300),
      crowd(1, throwing(undefined)),
    ],
    // Who starts more after a throw, and not after a rejection, has not caught it.
    ...beside(failingOnce("sync-throw-escapes"), rejecting, {
      own: "With a prepare that throws",
      other: "With one that rejects",
    }),
  }),
  check("empty", "needs no cashier without orders, and at least one with them", {
    points: 1,
    cast: [crowd(2), crowd(0), crowd(0, 1000, 1000, 1000), crowd(0, 1000)],
    ...serving,
    expect: (trace, { visits }) => [
      visits.length > 0 ? rejectedAsBad(trace) : fulfilled(trace, { at: [0, 1], value: [] }),
    ],
    mistakes: {
      "empty-hangs": (trace) => !shiftOf(trace).visits.length && outcomeOf(trace).state === "pending",
      "input-refused": (trace) => !shiftOf(trace).visits.length && outcomeOf(trace).state === "rejected",
      ...refusalMistakes,
    },
  }),
  check("apart", "keeps calls apart, and leaves both lists as they are", {
    points: 1,
    ...apart(
      { scenario: servingAndLooking },
      { "A call": crowd(2, 1000, 300, 500), "A call that fails": crowd(2, 1000, failing(300), 500, 200) },
      { own: (part) => [asTheyWere(part), wentAlike(part, "main", "again")] },
    ),
  }),
]);
