// What fetchAllApis promises: three calls at once, their responses in order, and the first failure at its own instant.
import fc from "fast-check";
import { apart } from "./kit/apart.ts";
import { fulfilledWithLast, rejectedWithFirst } from "./kit/as-it-went.ts";
import { fulfilled, startedTogether, that } from "./kit/expectations.ts";
import { check, grader, type Mistakes } from "./kit/grader.ts";
import * as jobs from "./kit/jobs.ts";
import { failing, type Job, returning } from "./kit/jobs.ts";
import * as gathered from "./kit/mistakes/gathered.ts";
import { leftAlone, readTooLate } from "./kit/mistakes/slips.ts";
import { partsOf, textIn } from "./kit/mistakes/values.ts";
import { ENDS, smallLists } from "./kit/models/small-jobs.ts";
import { inStep, nothingShared, onceMore, textsOf } from "./kit/once-more.ts";
import { type Plain, show } from "./trace/plain.ts";
import { madeBy, outcomeOf, type Trace } from "./trace/trace.ts";
import type { World } from "./world/world.ts";

type Student = typeof import("../exercises/03-three-apis/three-apis.ts");

const APIS = [1, 2, 3];
const response = (api: number) => ({ api, data: `Data from API ${api}` });
const asked = ({ calls }: Trace) => calls.map(({ args }) => args[0]);
const isApi = (arg: unknown) => APIS.some((api) => api === arg);

const told = (value: Plain | undefined) => /Data from API \d/.test(textIn(value ?? ""));
/** Whether the story's own responses came out, though no API had delivered them by then. */
const invented = ({ calls, ...trace }: Trace) => {
  const { value, settled } = outcomeOf({ calls, ...trace });
  return told(value) && !calls.some((call) => call.end && call.end.at <= settled!.at && told(call.value));
};
/** The responses that came out, and those of the three calls by their APIs, each as text. */
const outAndIn = (trace: Trace) => {
  const own = trace.calls.toSorted((a, b) => Number(a.args[0]) - Number(b.args[0]));
  const results = own.map(({ value }) => value ?? null);
  return [partsOf(outcomeOf(trace).value ?? null), results].map((list) => list.map((value) => show(value)));
};
const reversed = (trace: Trace) => {
  const [got, want] = outAndIn(trace) as [string[], string[]];
  return want.length === 3 && got.join() === want.toReversed().join();
};
/** Whether the three responses came out, in whatever order. */
const shuffled = (trace: Trace) => {
  const [got, want] = outAndIn(trace) as [string[], string[]];
  return got.toSorted().join() === want.toSorted().join();
};

/** All have come, one with an empty text, and still it waits. */
const waitsForMore = ({ made, end }: Trace) => end === "never-settles" && Object.values(made).includes("");

const mistakes: Mistakes = {
  "read-too-late": readTooLate,
  "busy-wait": gathered.polled,
  "lost-arguments": (trace) => trace.calls.length === 3 && !asked(trace).every(isApi),
  "repeated-call": (trace) => asked(trace).every(isApi) && new Set(asked(trace)).size < trace.calls.length,
  "missing-return": (trace) => trace.calls.length > 0 && gathered.nothingReturned(trace),
  "fixed-delay": gathered.settledByTimer,
  "hard-coded": invented,
  "gives-up": gathered.gaveUp,
  "leaves-before-tasks-end": leftAlone,
  ...gathered.mistakes,
  "not-all-started": (trace) =>
    outcomeOf(trace).state === "fulfilled" && trace.calls.length > 0 && new Set(asked(trace)).size < 3,
  "reversed-order": reversed,
  "wrong-format": (trace) => trace.calls.length === 3 && gathered.allResultsInside(trace) && !shuffled(trace),
};

/** Three APIs, each with a job. Once more so many virtual ms later, with the same `fetchApi`. */
interface Cast {
  jobs: Job[];
  again?: number[];
}
/** There are three calls, whatever is asked, and somebody fails. */
const smallThrees = (size: number) =>
  size === 3 ? smallLists(ENDS)(size).filter((list) => list.some(jobs.isFailure)) : [];
const fetching = {
  scenario(world: World, { fetchAllApis }: Student, { jobs: list, again }: Cast) {
    const values = jobs.makeValues(world, list, "API");
    const data = list.map((_, index) => textsOf(world, `API ${index + 1}`, values[index], again));
    const fetchApi = world.service("fetchApi", {
      when: (api: number) => {
        const [own, value] = [list[api - 1], values[api - 1]];
        return own && jobs.answerOf(own, jobs.isFailure(own) ? value : { api, data: data[api - 1]!() });
      },
    });
    return onceMore(world, again, () => fetchAllApis(fetchApi));
  },
  says: ({ jobs: list }: Cast) => `With APIs of ${jobs.inWords(list)}`,
  mistakes,
};
const responses = (trace: Trace) => APIS.map((api) => ({ api, data: madeBy(trace, `API ${api}`) }));
const trio = (one: fc.Arbitrary<number>) => fc.tuple(one, one, one);
const allReturn = trio(jobs.durations({ min: 300 })).map((all) => ({ jobs: all.map((ms) => returning(ms)) }));
/** The response of one is an empty text, which is one like any other. */
const withAnEmptyOne = fc.tuple(allReturn, fc.option(fc.nat(2), { freq: 2 })).map(([{ jobs }, at]) => {
  return { jobs: at === null ? jobs : jobs.with(at, returning(jobs[at]!.takes, "")) };
});
const oneFails = fc
  .tuple(allReturn, fc.nat(2))
  .map(([{ jobs }, at]) => ({ jobs: jobs.with(at, failing(jobs[at]!.takes)) }));

/** Each of the three was called once; in which order is free. */
const eachOnce = (trace: Trace) => {
  const apis = asked(trace).map((arg) => show(arg ?? null));
  const message = `\`fetchApi\` was called with ${apis.join(", ") || "nothing"}; expected 1, 2 and 3.`;
  return that(apis.toSorted().join() === "1,2,3", message);
};

export default grader<Student>("03-three-apis", [
  check("time", "fetches all three in the time of the slowest", {
    points: 3,
    scenario: (world, { fetchAllApis }) =>
      fetchAllApis(world.service("fetchApi", { takes: 1000, returns: response })),
    expect: (trace) => [
      fulfilled(trace),
      eachOnce(trace),
      fulfilled(trace, { at: 1000 }),
      startedTogether(trace, "fetchApi", { count: 3 }),
      fulfilled(trace, { value: APIS.map(response) }),
    ],
    mistakes,
  }),
  check("order", "keeps the responses in order 1, 2, 3, whatever order they come in", {
    points: 2,
    cast: withAnEmptyOne,
    ...fetching,
    expect: (trace) => [fulfilledWithLast(trace), fulfilled(trace, { value: responses(trace) })],
    mistakes: { ...mistakes, "falsy-is-nothing": waitsForMore },
  }),
  check("failure", "rejects at the moment when one fails, with its very error", {
    points: 2,
    cast: oneFails,
    explored: { of: "calls", inputs: (size) => smallThrees(size).map((list) => ({ jobs: list })) },
    ...fetching,
    expect: (trace) => [rejectedWithFirst(trace)],
  }),
  check("falsy", "treats undefined, null, 0 and empty text as failures like any other", {
    points: 1,
    cast: jobs.REASONS.map((value) => ({ jobs: [returning(1003), failing(307, value), returning(701)] })),
    ...fetching,
    expect: (trace) => [rejectedWithFirst(trace, { atOnce: false })],
  }),
  check("floating", "lets no later failure of the others float, or replace the first", {
    points: 1,
    cast: [
      { jobs: [failing(701), failing(307), failing(1009)] },
      { jobs: [failing(2003), returning(101), failing(307)] },
      { jobs: [failing(101), failing(4001), returning(203)] },
      // No limit is set.
      { jobs: [failing(300_007), returning(101), failing(300_503)] },
    ],
    ...fetching,
    expect: (trace) => [rejectedWithFirst(trace, { atOnce: false })],
  }),
  check("apart", "keeps apart calls that overlap or follow each other", {
    points: 1,
    ...apart(
      fetching,
      {
        "A call": { jobs: [returning(203), returning(1009), returning(601)] },
        "A call that fails": { jobs: [returning(101), failing(307), returning(901)] },
        "A pair with one fetchApi": { jobs: [203, 1009, 601].map((ms) => returning(ms)), again: [100] },
      },
      { inside: true, atOnce: true, own: (part) => [...nothingShared(part), ...inStep(part)] },
    ),
  }),
]);
