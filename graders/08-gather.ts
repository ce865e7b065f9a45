// What gather promises: all tasks at once, results in their places, and failures the way that the caller chose.
import fc from "fast-check";
import { about, called, fulfilled, rejected, rejectedWithOneOf, that } from "./kit/expectations.ts";
import * as gathered from "./kit/gathered.ts";
import { check, type Finding, grader, type Mistakes } from "./kit/grader.ts";
import {
  failing,
  failure,
  inWords,
  outcomesOf,
  type Plan,
  returning,
  success,
  tasksOf,
  throwing,
} from "./kit/plans.ts";
import { madeBy, notesOf, outcomeOf, type Trace } from "./kit/trace.ts";
import { isErrorNamed, isFalsy } from "./kit/values.ts";

type Student = typeof import("../exercises/08-gather/gather.ts");
type Tasks = (() => Promise<unknown>)[];

const isFailure = ({ how }: Plan) => how !== "returns";
const someFail = fc
  .array(fc.oneof(failure, success), { minLength: 1, maxLength: 6 })
  .filter((plans) => plans.some(isFailure));

const slowest = (plans: Plan[]) => Math.max(...plans.map(({ takes }) => takes));
const allStarted = (trace: Trace, plans: Plan[]): Finding[] => [
  called(trace, "task", { at: plans.map(() => 0) }),
  called(trace, "task", { args: plans.map((_, index) => [index]) }),
];
const allDone = (trace: Trace, plans: Plan[]) =>
  fulfilled(trace, { at: slowest(plans), value: outcomesOf(trace, plans) });

const mistakes: Mistakes = {
  "floating-rejection": ({ floating }) => floating.length > 0,
  "settled-wrappers": gathered.reportsOfAllSettled,
  "repeated-call": gathered.calledAgain,
  "sequential-await": gathered.oneByOne,
  "partly-concurrent": gathered.someTogether,
  "forgotten-await": gathered.unawaited,
  "length-is-no-count": gathered.withGaps,
  "race-instead-of-all": ({ calls, outcomes: { main } }) =>
    main?.state === "fulfilled" &&
    calls.some(({ end }) => !end || end.at > main.settled!.at) &&
    calls.every(({ end }) => !end || end.at >= main.settled!.at),
  "completion-order": gathered.inOrderOfEnd,
  "falsy-is-nothing": gathered.falsyReplaced,
};

/** Where the first failure is to come out. */
const rejectionMistakes: Mistakes = {
  "floating-rejection": ({ floating }) => floating.length > 0,
  "repeated-call": gathered.calledAgain,
  "falsy-is-nothing": ({ calls }) => calls.every(({ how, value }) => how === "fulfilled" || isFalsy(value!)),
  "swallowed-error": gathered.failureSwallowed,
  "wrapped-error": gathered.failureWrapped,
  "generic-error": gathered.failureReplaced,
  "late-rejection": gathered.rejectedLate,
};

/** Where failures are to stand among the results. */
const placeMistakes: Mistakes = {
  "forgotten-await": gathered.unawaited,
  "settled-wrappers": gathered.reportsOfAllSettled,
  "argument-ignored": gathered.rejectedAsCall,
  "failures-left-out": gathered.failuresLeftOut,
  "completion-order": gathered.inOrderOfEnd,
  "falsy-is-nothing": gathered.falsyReplaced,
  "wrapped-error": gathered.failuresReplaced,
};

const STORY = [returning(1000, "answer"), returning(3000, "answer"), returning(2000, "answer")];
const PAIR = [returning(1000, "answer"), returning(400, "answer")];

/** The ways to ask for a rejection. */
const REJECTING: Record<string, Parameters<Student["gather"]>[1]> = {
  "no options": undefined,
  "the options {}": {},
  "returnExceptions: false": { returnExceptions: false },
};

/** Ways to hand over tasks. `read` is told each time that the iterable is asked for its items. */
const iterables: Record<string, (tasks: Tasks, read: () => void) => Parameters<Student["gather"]>[0]> = {
  "an iterable of its own kind": (tasks, read) => ({
    [Symbol.iterator]() {
      read();
      return tasks.values();
    },
  }),
  "a generator": (tasks) => tasks.values().map((task) => task),
  "a Set": (tasks) => new Set(tasks),
  "an array": (tasks) => tasks,
};

const done = (trace: Trace, label: string, at: number, name: string) =>
  fulfilled(trace, { label, at, value: outcomesOf(trace, PAIR, name) });
const alone = (trace: Trace) => done(trace, "The first call", 1000, "mine");

export default grader<Student>("08-gather", [
  check("time", "runs three tasks in the time of the slowest, with the results in order", {
    points: 2,
    scenario: (world, { gather }) => gather(tasksOf(world, STORY)),
    expect: (trace) => [allDone(trace, STORY)],
    mistakes,
  }),
  check("order", "starts all at once, in order, and puts each result in its place", {
    points: 1,
    given: fc.array(success, { minLength: 1, maxLength: 20, size: "max" }),
    scenario: (world, { gather }, plans) => gather(tasksOf(world, plans), {}),
    expect: (trace, plans) => about(inWords(plans), [...allStarted(trace, plans), allDone(trace, plans)]),
    mistakes,
  }),
  check("empty", "resolves to [] when there is nothing to do", {
    points: 1,
    cases: [undefined, {}, { returnExceptions: false }, { returnExceptions: true }],
    scenario: (_world, { gather }, options) => gather([], options),
    expect: (trace) => [fulfilled(trace, { at: 0, value: [] })],
    mistakes: { "empty-hangs": (trace) => outcomeOf(trace).state === "pending" },
  }),
  check("failure", "rejects with the first failure, at its instant", {
    points: 2,
    given: fc.record({ plans: someFail, options: fc.constantFrom(...Object.keys(REJECTING)) }),
    runs: 50,
    scenario: (world, { gather }, { plans, options }) => gather(tasksOf(world, plans), REJECTING[options]),
    expect: (trace, { plans, options }) => {
      const at = Math.min(...plans.filter(isFailure).map(({ takes }) => takes));
      const isFirst = (plan: Plan) => isFailure(plan) && plan.takes === at;
      const errors = outcomesOf(trace, plans).filter((_, index) => isFirst(plans[index]!));
      return about(`${inWords(plans)}, and ${options}`, [
        ...allStarted(trace, plans),
        rejectedWithOneOf(trace, { at, errors }),
      ]);
    },
    mistakes: rejectionMistakes,
  }),
  check("exceptions", "with returnExceptions puts each failure in its place", {
    points: 1,
    given: someFail,
    runs: 50,
    scenario: (world, { gather }, plans) => gather(tasksOf(world, plans), { returnExceptions: true }),
    expect: (trace, plans) => about(inWords(plans), [...allStarted(trace, plans), allDone(trace, plans)]),
    mistakes: placeMistakes,
  }),
  check("throw", "counts a throw as a failure of that task alone", {
    points: 1,
    cases: [
      { keep: false, plans: [returning(1000, "answer"), throwing("error"), failing(500, "error")] },
      { keep: true, plans: [returning(1000, "answer"), throwing("error"), failing(500, "error")] },
      { keep: true, plans: [throwing(null), throwing("error"), returning(700, "answer")] },
      { keep: true, plans: [throwing(undefined), returning(200, "answer")] },
    ],
    scenario: (world, { gather }, { keep, plans }) =>
      gather(tasksOf(world, plans), { returnExceptions: keep }),
    expect: (trace, { keep, plans }) => [
      ...allStarted(trace, plans),
      keep ? allDone(trace, plans) : rejected(trace, { at: 0, error: madeBy(trace, "task 1") }),
    ],
    mistakes: {
      // In none of the cases the last task throws: if it is the last that was called, it has stopped the rest.
      "sync-throw-escapes": (trace) =>
        outcomeOf(trace).state === "threw" ||
        (trace.calls.at(-1)?.how === "threw" && trace.calls.at(-1)!.start.at === 0),
    },
  }),
  check("iterable", "takes any iterable, and reads it once", {
    points: 1,
    cases: Object.keys(iterables),
    scenario: (world, { gather }, kind) =>
      gather(iterables[kind]!(tasksOf(world, PAIR), () => world.note("read"))),
    expect: (trace, kind) =>
      about(`With ${kind}`, [
        that(notesOf(trace, "read").length < 2, "it was read more than once.", {
          otherwise: "iterable-read-twice",
        }),
        ...allStarted(trace, PAIR),
        allDone(trace, PAIR),
      ]),
    mistakes: {
      "array-assumed": (trace) =>
        trace.calls.length === 0 &&
        (outcomeOf(trace).state === "fulfilled" ||
          isErrorNamed(
            outcomeOf(trace).value,
            "TypeError",
            /(map|forEach|reduce|entries) is not a function/,
          )),
    },
  }),
  check("apart", "keeps calls apart that overlap, and runs a task twice that is given twice", {
    points: 1,
    scenario: async (world, { gather }) => {
      const [mine, yours, twin] = ["mine", "yours", "twin"].map((name) => tasksOf(world, PAIR, name));
      await world.watch("The first call", () => gather(mine!));
      world.watch("The second call", () => gather(mine!));
      await world.wait(100);
      await world.watch("A call that overlaps it", () => gather(yours!));
      await world.watch("A call with one task twice", () => gather([twin![1]!, twin![1]!]));
    },
    expect: (trace) => [
      alone(trace),
      done(trace, "The second call", 2000, "mine"),
      done(trace, "A call that overlaps it", 2100, "yours"),
      called(trace, "mine", { times: 4 }),
      called(trace, "twin", { at: [2100, 2100], otherwise: "twins-merged" }),
      fulfilled(trace, {
        label: "A call with one task twice",
        at: 2500,
        value: [1, 1].map(() => madeBy(trace, "twin 1")),
        otherwise: "twins-merged",
      }),
    ],
    mistakes: { "shared-state": (trace) => alone(trace) === undefined },
  }),
]);
