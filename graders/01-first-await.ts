// What orderBurgers promises: what the kitchen delivers as one line of text, as soon as it delivers.
import { apart, shareNothing } from "./kit/apart.ts";
import { fulfilledWithLast, rejectedWithFirst } from "./kit/as-it-went.ts";
import { called, fulfilled, that } from "./kit/expectations.ts";
import { check, grader, type Mistakes } from "./kit/grader.ts";
import {
  answerOf,
  failing,
  inWords,
  isFailure,
  type Job,
  MADE,
  makeValues,
  REASONS,
  returning,
} from "./kit/jobs.ts";
import * as gathered from "./kit/mistakes/gathered.ts";
import { isFalsy, partsOf, textIn } from "./kit/mistakes/values.ts";
import { madeBy, outcomeOf, type Trace } from "./trace/trace.ts";
import type { World } from "./world/world.ts";

type Student = typeof import("../exercises/01-first-await/first-await.ts");

const line = (burgers: unknown[]) => `Got: ${burgers.join(", ")}`;

const text = (trace: Trace) => textIn(outcomeOf(trace).value ?? "");
/** What the kitchen had delivered when the order came to something. */
const delivered = (trace: Trace) => {
  const end = trace.calls[0]?.end;
  return end && end.at <= (outcomeOf(trace).settled?.at ?? 0)
    ? partsOf(trace.calls[0]!.value!).map(String)
    : [];
};
const invented = (trace: Trace) =>
  (text(trace).match(/Burger \d+/g) ?? []).some((name) => !delivered(trace).includes(name));
/** Whether it counts on as many burgers as were ordered. */
const countedOut = (trace: Trace) => {
  const ordered = Number(trace.calls[0]?.args[0] ?? 0);
  return ordered < delivered(trace).length && text(trace) === line(delivered(trace).slice(0, ordered));
};
/** Whether it counts on two burgers, whatever was delivered. */
const writtenOut = (trace: Trace) => {
  const [first, second] = delivered(trace);
  return delivered(trace).length !== 2 && text(trace) === `Got: ${first}, ${second}`;
};
const bare = (words: string) => words.replaceAll(/[\s,$&]/g, "");

/** What the trace of one order shows. */
const mistakes: Mistakes = {
  "repeated-call": ({ calls }) => calls.length > 1,
  "busy-wait": gathered.polled,
  "late-start": gathered.startedLate,
  "fixed-delay": gathered.settledByTimer,
  "input-not-result": countedOut,
  "hard-coded": (trace) => invented(trace) || writtenOut(trace),
  "missing-return": gathered.nothingReturned,
  "forgotten-await": gathered.wentOn,
  "lost-arguments": ({ calls }) => calls.length === 1 && typeof calls[0]!.args[0] !== "number",
  // A falsy reason is blamed wherever there is one: the other reasons come first.
  "falsy-is-nothing": ({ calls }) => calls.some(({ how, value }) => how === "rejected" && isFalsy(value!)),
  "swallowed-error": gathered.failureSwallowed,
  "lost-rejection": gathered.failureLost,
  "lost-reason": gathered.reasonLost,
  "wrapped-error": gathered.failureChanged,
  "generic-error": gathered.failureChanged,
  "wrong-format": (trace) =>
    delivered(trace).length > 0 &&
    text(trace) !== line(delivered(trace)) &&
    delivered(trace).every((burger) => burger !== "" && bare(text(trace)).includes(bare(burger))),
};

/** One order; its job's value is a list of burgers, of which MADE is one that the world makes up. */
interface Cast {
  count?: number;
  job: Job;
  /** Once more, 100 ms later, at the same kitchen. */
  again?: boolean;
}
const ordering = {
  scenario(world: World, { orderBurgers }: Student, { count = 2, job, again }: Cast) {
    const [reason] = makeValues(world, [job], "reason");
    const name = world.payload("burger");
    let calls = 0;
    const deliver = () => burgersOf(job, again ? world.payload(`burger of call ${++calls}`) : name);
    const kitchen = world.service("getBurgers", {
      when: () => answerOf(job, isFailure(job) ? reason : deliver()),
    });
    if (again) world.at(100, () => void world.watch("again", () => orderBurgers(kitchen, count)));
    return orderBurgers(kitchen, count);
  },
  says: ({ job }: Cast) =>
    isFailure(job) ? `With a kitchen of ${inWords([job])}` : `With a kitchen that takes ${job.takes} ms`,
  mistakes,
};
const burgersOf = (job: Job, name: unknown) =>
  (job.value as string[]).map((burger) => (burger === MADE ? name : burger));
const DELIVERIES = [
  [MADE, "Wrap", "Bun"],
  [MADE],
  ["Ham, egg,cheese", " Ham "],
  ["$& Deluxe", MADE],
  ["", MADE, MADE],
  [],
];

const together = apart(
  ordering,
  {
    "An order": { job: returning(1000, [MADE, MADE]) },
    "An order that fails": { count: 3, job: failing(300) },
    "A pair at one kitchen": { count: 1, job: returning(600, [MADE]), again: true },
  },
  { inside: true, own: (part) => [shareNothing(part, "main", "again"), heard(part)] },
);
/** Nothing floats because an order never comes to anything: who loses a failure is told just that. */
const heard = (part: Trace) =>
  that(
    part.floating.length === 0 || !gathered.failureLost(part),
    "it never settled, though the kitchen failed.",
    {
      otherwise: "lost-rejection",
    },
  );
/** Whether those that overlap had to queue. */
const queued = ({ calls, ...trace }: Trace) =>
  gathered.oneByOne({ ...trace, calls: calls.filter(({ service }) => !/alone|at last/.test(service)) });

export default grader<Student>("01-first-await", [
  check("story", "turns two burgers into one line of text after 1000 ms", {
    points: 3,
    scenario: (world, { orderBurgers }) =>
      orderBurgers(world.service("getBurgers", { takes: 1000, returns: ["Burger 1", "Burger 2"] }), 2),
    expect: (trace) => [fulfilled(trace, { at: 1000, value: "Got: Burger 1, Burger 2" })],
    mistakes: {
      ...mistakes,
      "hard-coded": (trace) => invented(trace) || (trace.calls.length === 0 && text(trace) !== ""),
    },
  }),
  check("list", "lists what the kitchen delivers, at the time when it delivers", {
    points: 2,
    // Other numbers than are delivered, and not two.
    cast: DELIVERIES.map((burgers, index) => ({
      count: index % 2 === 0 ? 1 : 3,
      job: returning(550 + 270 * index, burgers),
    })),
    ...ordering,
    expect: (trace, { job }) => [
      fulfilledWithLast(trace),
      fulfilled(trace, { value: line(burgersOf(job, madeBy(trace, "burger"))) }),
    ],
  }),
  check("once", "asks the kitchen once, with the count", {
    points: 2,
    cast: [2, 7, 1, 0],
    scenario: (world, { orderBurgers }, count) =>
      orderBurgers(world.service("getBurgers", { returns: [world.payload("burger")] }), count),
    says: (count) => `With a count of ${count}`,
    expect: (trace, count) => [
      called(trace, "getBurgers", { args: [[count]], otherwise: count ? undefined : "falsy-is-nothing" }),
    ],
    mistakes,
  }),
  check("failure", "passes on the kitchen's failure, unchanged", {
    points: 2,
    cast: REASONS.map((reason, index) => ({ job: failing(1000 - 100 * index, reason) })),
    ...ordering,
    expect: (trace) => [rejectedWithFirst(trace)],
  }),
  check("apart", "keeps apart orders that overlap or follow each other", {
    points: 1,
    ...together,
    expect: (trace) =>
      together
        .expect(trace)
        .map((found) => found && (queued(trace) ? { ...found, misconception: "sequential-await" } : found)),
  }),
]);
