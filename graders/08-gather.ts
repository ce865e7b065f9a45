// What gather promises: all tasks at once, results in their places, and failures the way that the caller chose.

import { type Again, callAgain, wentAgain } from "./kit/again.ts";
import { apart } from "./kit/apart.ts";
import { fulfilledWithLast, rejectedWithFirst } from "./kit/as-it-went.ts";
import { called, fulfilled, startedTogether, that } from "./kit/expectations.ts";
import { check, grader, type Mistakes } from "./kit/grader.ts";
import { EMPTIED, handedOver, readOnce, WAYS, type Way } from "./kit/iterables.ts";
import * as all from "./kit/jobs.ts";
import { FALSY, failing, isFailure, type Job, returning, throwing } from "./kit/jobs.ts";
import * as gathered from "./kit/mistakes/gathered.ts";
import { inPlaceOf, leftAlone, readTooLate, stands } from "./kit/mistakes/slips.ts";
import { isErrorNamed, partsOf } from "./kit/mistakes/values.ts";
import { ENDS, smallLists } from "./kit/models/small-jobs.ts";
import { fromPlain } from "./trace/plain.ts";
import { outcomeOf, type Trace } from "./trace/trace.ts";
import type { World } from "./world/world.ts";

type Student = typeof import("../exercises/08-gather/gather.ts");

const mistakes: Mistakes = {
  "read-too-late": readTooLate,
  "repeated-call": gathered.calledAgain,
  "gives-up": gathered.gaveUp,
  "leaves-before-tasks-end": leftAlone,
  "failures-left-out": gathered.failuresLeftOut,
  "empty-is-nothing": gathered.emptyCame,
  ...gathered.mistakes,
  // Inputs without options come first: who swallows with `{}` alone has misread that.
  "swallowed-error": (trace) =>
    castOf(trace).options?.returnExceptions
      ? gathered.failuresReplaced(trace)
      : castOf(trace).options === undefined && gathered.failureSwallowed(trace),
};

interface Cast {
  jobs: Job[];
  options?: Parameters<Student["gather"]>[1];
  kind?: Way;
  again?: Again;
}
const gathering = {
  scenario(world: World, { gather }: Student, { jobs, options, kind, again }: Cast) {
    const tasks = all.jobFunctions(world, jobs, "task");
    if (again) return callAgain(world, tasks, again, (list) => gather(list, options));
    return gather(handedOver(world, tasks, kind), options);
  },
  says: ({ jobs, options, kind }: Cast) =>
    `With tasks of ${all.inWords(jobs)}${kind ? `, in ${kind}` : ""}${options ? ` and ${JSON.stringify(options)}` : ""}`,
  mistakes,
};
const PAIR = [returning(307), returning(503)];
const KEEPING = { returnExceptions: true };
const REJECTING = [undefined, {}, { returnExceptions: false }];

const endings = smallLists(ENDS);

const castOf = ({ input = null }: Trace) => (fromPlain(input) ?? {}) as Partial<Cast>;
const inPlace = (trace: Trace, { jobs }: Cast) =>
  fulfilled(trace, { value: all.valuesOf(trace, jobs, "task") });

export default grader<Student>("08-gather", [
  check("time", "runs three tasks in the time of the slowest, with the results in order", {
    points: 2,
    // No limit is set.
    cast: [all.jobList(1000, 3000, 2000), all.jobList(1003, 300_007, 307)].map((jobs) => ({ jobs })),
    ...gathering,
    expect: (trace, cast) => [fulfilled(trace, { at: cast.jobs[1]!.takes }), inPlace(trace, cast)],
  }),
  check("order", "starts all at once, in order, and puts each result in its place", {
    points: 1,
    cast: all.jobs({ max: 20, falsy: true, lists: true }).map((list): Cast => ({ jobs: list, options: {} })),
    ...gathering,
    expect: (trace, cast) => [
      startedTogether(trace, "task", { count: cast.jobs.length }),
      called(trace, "task", { args: cast.jobs.map((_, index) => [index + 1]) }),
      fulfilledWithLast(trace),
      inPlace(trace, cast),
    ],
  }),
  check("empty", "resolves to [] when there is nothing to do", {
    points: 1,
    cast: [...REJECTING, KEEPING].map((options): Cast => ({ jobs: [], options })),
    ...gathering,
    expect: (trace) => [fulfilled(trace, { at: 0, value: [] })],
    mistakes: { "empty-hangs": (trace) => outcomeOf(trace).state === "pending" },
  }),
  check("failure", "rejects with the first failure, at its instant", {
    points: 2,
    cast: [
      ...REJECTING.map((options) => ({ jobs: [returning(101), failing(307), returning(1003)], options })),
      { jobs: [failing(701), failing(307), returning(503), failing(307)] },
      ...["no more buns", ...FALSY].map((value) => ({ jobs: [returning(701), failing(307, value)] })),
    ],
    explored: {
      of: "tasks",
      inputs: (size) => endings(size).flatMap((list) => (list.some(isFailure) ? [{ jobs: list }] : [])),
    },
    ...gathering,
    expect: (trace) => [rejectedWithFirst(trace)],
  }),
  check("exceptions", "with returnExceptions puts each failure in its place", {
    points: 1,
    cast: [
      [failing(307), returning(1003), failing(101), returning(203)],
      ...FALSY.map((value) => [failing(307, value), returning(101, value)]),
    ].map((list): Cast => ({ jobs: list, options: KEEPING })),
    ...gathering,
    expect: (trace, cast) => [fulfilledWithLast(trace), inPlace(trace, cast)],
    mistakes: {
      // Who knows of the option, and has lost one failure, lets others float.
      "argument-ignored": (trace) => gathered.rejectedAsCall(trace) && trace.floating.length === 0,
      "wrong-combinator": (trace) => inPlaceOf("allSettled")(trace) && gathered.fulfilledAtFailure(trace),
      ...mistakes,
    },
  }),
  check("throw", "counts a throw as a failure of that task alone", {
    points: 1,
    cast: [
      // First with what tells who stops at a throw from who lets it out.
      { jobs: [throwing(), failing(503), returning(1003)], options: KEEPING },
      { jobs: [returning(307), throwing(), failing(503)] },
      { jobs: [throwing(undefined), returning(200)], options: KEEPING },
    ],
    ...gathering,
    expect: (trace, cast) => {
      if (cast.options) return [inPlace(trace, cast)];
      // One that takes them in turn stops at a failure: that is another mistake.
      const others = trace.calls.length >= cast.jobs.length || gathered.oneByOne(trace);
      const error = rejectedWithFirst(trace, { atOnce: false });
      return [error, that(others, "not all of the others were started.")];
    },
    mistakes: {
      "not-all-started": (trace) =>
        (outcomeOf(trace).state === "fulfilled" || stands(trace, "catch that leaves the loop")) &&
        trace.calls.length < (castOf(trace).jobs?.length ?? 0),
      // In none of the cases the last task throws: if it is the last that was called, it has stopped the rest.
      "sync-throw-escapes": ({ calls, outcomes: { main } }) =>
        main?.state === "threw" || (calls.at(-1)?.how === "threw" && calls.at(-1)!.start.at === 0),
      ...mistakes,
    },
  }),
  check("iterable", "takes any iterable, and reads it once", {
    points: 1,
    cast: [...WAYS, EMPTIED].map((kind): Cast => ({ jobs: [returning(400), returning(1000)], kind })),
    ...gathering,
    // Who starts them in turn finds none any more in an array that is emptied: that they start at once is asked above.
    expect: (trace, cast) =>
      cast.kind === EMPTIED && trace.calls.length < cast.jobs.length
        ? []
        : [readOnce(trace), inPlace(trace, cast)],
    mistakes: {
      "array-assumed": ({ calls, outcomes: { main } }) =>
        calls.length === 0 &&
        (isErrorNamed(main?.value, "TypeError", /(map|forEach|reduce|entries) is not a function/) ||
          (main?.state === "fulfilled" && partsOf(main.value!).length === 0)),
      "iterable-read-twice": (trace) => castOf(trace).kind === EMPTIED && !gathered.unawaited(trace),
    },
  }),
  check("apart", "keeps calls apart that overlap, and runs a task twice that is given twice", {
    points: 1,
    ...apart(
      gathering,
      {
        "A call": { jobs: [returning(1003), returning(401)] },
        "A call that fails": { jobs: [returning(503), failing(307)] },
        "A call with returnExceptions": { jobs: [failing(307), returning(601)], options: KEEPING },
        "A pair of calls with one list": { jobs: PAIR, again: "the same list" },
        "A pair, one with a task in each place": { jobs: PAIR, again: "one in each place" },
      },
      { inside: true, atOnce: true, own: (part, { again }) => wentAgain(part, again) },
    ),
  }),
]);
