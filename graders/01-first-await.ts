// What orderBurgers promises: what the kitchen delivers as one line of text, as soon as it delivers.
import { apart } from "./kit/apart.ts";
import { fulfilledWithLast, rejectedWithFirst } from "./kit/as-it-went.ts";
import { called, fulfilled, that } from "./kit/expectations.ts";
import { check, grader, type Mistakes } from "./kit/grader.ts";
import * as jobs from "./kit/jobs.ts";
import { failing, type Job, MADE, returning } from "./kit/jobs.ts";
import * as gathered from "./kit/mistakes/gathered.ts";
import { leftAlone } from "./kit/mistakes/slips.ts";
import { partsOf, textIn } from "./kit/mistakes/values.ts";
import { failureMistakes } from "./kit/models/failure.ts";
import { inStep, nothingShared, onceMore, textsOf } from "./kit/once-more.ts";
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
/** Whether the text is made of these burgers, which are not all that were delivered. */
const madeOf = (choose: (burgers: string[], trace: Trace) => string[]) => (trace: Trace) => {
  const chosen = choose(delivered(trace), trace);
  return chosen.length !== delivered(trace).length && text(trace) === line(chosen);
};
const ordered = ({ calls }: Trace) => Number(calls[0]?.args[0] ?? 0);
const invented = (trace: Trace) =>
  (text(trace).match(/Burger \d+/g) ?? []).some((name) => !delivered(trace).includes(name));
const writtenOut = madeOf(([first, second]) => [`${first}`, `${second}`]);
/** Whether all names are in the text, but one that came several times is there only once. */
const merged = (trace: Trace) => {
  const [burgers, words] = [delivered(trace).filter(Boolean), text(trace)];
  const times = (burger: string) => words.split(burger).length - 1;
  const twins = burgers.filter((burger, index) => burgers.indexOf(burger) !== index);
  return twins.length > 0 && burgers.every(times) && twins.every((twin) => times(twin) === 1);
};
const isBackwards = (trace: Trace) =>
  delivered(trace).length > 1 && text(trace) === line(delivered(trace).toReversed());
const bare = (words: string) => words.replaceAll(/[\s,$&]/g, "");

/** Whether the names of all are in the text, one behind the other. */
const isInOrder = (trace: Trace) => {
  let rest = bare(text(trace));
  return delivered(trace).every((burger) => {
    const at = rest.indexOf(bare(burger));
    rest = rest.slice(at + bare(burger).length);
    return burger !== "" && at >= 0;
  });
};

/** What the trace of one order shows. */
const mistakes: Mistakes = {
  "repeated-call": ({ calls }) => calls.length > 1,
  "busy-wait": gathered.polled,
  "late-start": gathered.startedLate,
  "fixed-delay": gathered.settledByTimer,
  "input-not-result": madeOf((burgers, trace) => burgers.slice(0, ordered(trace))),
  "twins-merged": merged,
  "hard-coded": (trace) => invented(trace) || writtenOut(trace),
  "missing-return": gathered.nothingReturned,
  "gives-up": gathered.gaveUp,
  "leaves-before-tasks-end": leftAlone,
  "forgotten-await": gathered.wentOn,
  "lost-arguments": ({ calls }) => calls.length === 1 && typeof calls[0]!.args[0] !== "number",
  "lost-rejection": gathered.failureLost,
  ...failureMistakes,
  "falsy-is-nothing": (trace) =>
    failureMistakes["falsy-is-nothing"]!(trace) || madeOf((burgers) => burgers.filter(Boolean))(trace),
  "reversed-order": isBackwards,
  "wrong-format": (trace) =>
    delivered(trace).length > 0 && text(trace) !== line(delivered(trace)) && isInOrder(trace),
};

/** One order; its job's value is a list of burgers, of which MADE is one that the world makes up. */
interface Cast {
  count?: number;
  job: Job;
  /** Once more so many virtual ms later, at the same kitchen. */
  again?: number[];
}
const ordering = {
  scenario(world: World, { orderBurgers }: Student, { count = 2, job, again }: Cast) {
    const [reason] = jobs.makeValues(world, [job], "reason");
    const burger = textsOf(world, "burger", world.payload("burger"), again);
    const kitchen = world.service("getBurgers", {
      when: () => jobs.answerOf(job, jobs.isFailure(job) ? reason : burgersOf(job, burger())),
    });
    return onceMore(world, again, () => orderBurgers(kitchen, count));
  },
  says: ({ job }: Cast) =>
    jobs.isFailure(job)
      ? `With a kitchen of ${jobs.inWords([job])}`
      : `With a kitchen that takes ${job.takes} ms`,
  mistakes,
};
const burgersOf = (job: Job, name: unknown) =>
  (job.value as string[]).map((burger) => (burger === MADE ? name : burger));
/** With other numbers than were ordered, and without two in the first. */
const DELIVERIES: Cast[] = [
  { count: 1, job: returning(551, [MADE, "Wrap", "Bun"]) },
  { count: 3, job: returning(823, [MADE]) },
  { count: 1, job: returning(1097, ["Ham, egg,cheese", " Ham "]) },
  { count: 3, job: returning(1361, ["$& Deluxe", MADE]) },
  { count: 1, job: returning(1637, ["", MADE, MADE, "Bun"]) },
  { count: 3, job: returning(1907, []) },
  // No limit is set.
  { count: 2, job: returning(300_007, [MADE]) },
];

/** Nothing floats because an order never comes to anything: who loses a failure is told just that. */
const heard = (part: Trace) =>
  that(
    part.floating.length === 0 || !gathered.failureLost(part),
    "it never settled, though the kitchen failed.",
    {
      otherwise: "lost-rejection",
    },
  );

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
    cast: DELIVERIES,
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
    cast: jobs.REASONS.map((reason, index) => ({ job: failing(1003 - 100 * index, reason) })),
    ...ordering,
    expect: (trace) => [rejectedWithFirst(trace)],
  }),
  check("apart", "keeps apart orders that overlap or follow each other", {
    points: 1,
    ...apart(
      ordering,
      {
        "An order": { job: returning(1000, [MADE, MADE]) },
        "An order that fails": { count: 3, job: failing(307) },
        "A pair at one kitchen": { count: 1, job: returning(603, [MADE]), again: [100] },
      },
      { inside: true, atOnce: true, own: (part) => [...inStep(part), ...nothingShared(part), heard(part)] },
    ),
  }),
]);
