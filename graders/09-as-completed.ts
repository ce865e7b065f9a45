// What asCompleted promises: each result at the instant it arrives, whenever the loop asks, and failures in their turn.
import { apart } from "./kit/apart.ts";
import { beside } from "./kit/beside.ts";
import { check, grader, type Mistakes, type Play } from "./kit/grader.ts";
import { inputOf } from "./kit/input.ts";
import { handedOver, iterableMistakes, readOnce, WAYS, type Way } from "./kit/iterables.ts";
import * as all from "./kit/jobs.ts";
import { FALSY, failing, type Job, jobList, ready, returning } from "./kit/jobs.ts";
import { arrivals, doesNotPoll } from "./kit/models/arrivals.ts";
import * as reader from "./kit/models/reader.ts";
import * as judged from "./kit/models/reader-judged.ts";
import { RETURNS, smallLists } from "./kit/models/small-jobs.ts";
import type { Trace } from "./trace/trace.ts";

type Student = typeof import("../exercises/09-as-completed/as-completed.ts");

/** One loop over the jobs' promises, in this pace. */
interface Round {
  jobs: Job[];
  pace?: reader.Pace;
  /** Which job's promise stands at each place of the list, from 0; one of each if not given. */
  list?: number[];
  as?: Way;
  /** It calls `next()` itself, as does whoever asks once more after the end. */
  byHand?: boolean;
  /** Another loop over the same promises runs at the same time. */
  again?: boolean;
}
const over = (...list: (number | Job)[]): Round => ({ jobs: jobList(...list) });
const paced = (pace: reader.Pace, ...list: (number | Job)[]): Round => ({ ...over(...list), pace });
const twice = (...list: number[]): Round => ({ ...over(1000, 400), list });
const [AGAIN, AFTER] = ["Another loop", "next() after the end"] as const;
const small = (size: number) =>
  smallLists(RETURNS)(size).flatMap((jobs): Round[] => [{ jobs }, { jobs, list: jobs.map(() => 0) }]);
const looping: Play<Student, Round> = {
  async scenario(world, { asCompleted }, { jobs, pace = {}, list, as, byHand, again }) {
    const job = all.jobService(world, jobs, "job");
    const each = jobs.map((_, index) => job(index + 1));
    const promises = list?.map((place) => each[place]!) ?? each;
    const results = () => asCompleted(handedOver(world, promises, as));
    if (again) void world.watch(AGAIN, async () => judged.loop(world, results(), pace, AGAIN));
    let own: AsyncIterableIterator<unknown> | undefined;
    await world.watch(judged.LOOP, async () => {
      own = judged.handedOut(world, results());
      const next = { [Symbol.asyncIterator]: () => ({ next: () => own!.next() }) };
      await judged.loop(world, byHand ? next : own, pace);
    });
    if (pace.begin !== Infinity && !judged.isSomethingElse(own))
      await world.watch(AFTER, async () => (await own!.next()).done);
  },
  says({ jobs, list, as, pace = {} }) {
    const places = list ? ` (in this order: ${list.map((place) => place + 1).join(", ")})` : "";
    const asks = reader.paceInWords(pace);
    const promises = jobs.length > 0 ? ` of ${all.inWords(jobs)}${places}` : "";
    return `With ${as ? `${as} of ` : ""}promises${promises}${asks && `, and a loop that ${asks}`}`;
  },
  expect: (trace, round) => [
    judged.isIterator(trace, "asCompleted"),
    judged.readInTurn(trace, due(trace, round)),
  ],
};

/** What the loop of a round gets, by right rules or these. */
function due(trace: Trace, { jobs, list = [...jobs.keys()], pace }: Round, rules?: reader.Reader) {
  const values = all.valuesOf(trace, jobs, "job");
  return {
    ...reader.reading(arrivals(list.map((place) => jobs[place]!)), pace, rules),
    values: list.map((place) => values[place]!),
  };
}
const everything = (trace: Trace, round: Round) => judged.readAll(trace, due(trace, round));
const mistakes: Mistakes = {
  "empty-hangs": (trace) => inputOf<Round>(trace).jobs.length === 0,
  ...iterableMistakes((trace) => inputOf<Round>(trace).as, judged.LOOP),
  ...judged.readerMistakes(
    (trace) => inputOf<Round>(trace).jobs,
    (trace, rules) => due(trace, inputOf(trace), rules),
  ),
};
/** A loop beside a usual one of the submission's own: what is wrong there as well has cost its points. */
const besideUsual = (name: string, usual: (round: Round) => Round, expect = looping.expect) =>
  beside({ ...looping, expect, mistakes }, usual, { own: name, other: "A usual loop" });
const ordinary = ({ pace = {} }: Round) => paced(pace, 300, 100, 200);

export default grader<Student>("09-as-completed", [
  check("story", "yields three results at 1000, 2000 and 3000 ms, as they arrive", {
    points: 2,
    // No limit is set to any of them.
    cast: [over(2000, 3000, 1000), over(300_007, 400)],
    ...looping,
    expect: (trace, round) => [
      round.jobs.length === 3 ? doesNotPoll(trace, 3) : undefined,
      ...looping.expect(trace, round),
    ],
    mistakes,
    whenStuck: "busy-wait",
  }),
  check("order", "yields in the order of completion, each at its instant", {
    points: 1,
    cast: reader
      .telling(["input-order", "waits-for-all"])
      .map((round): Round => ({ ...round, byHand: true })),
    ...looping,
    expect: (trace, round) => [...looping.expect(trace, round), judged.staysDone(trace, AFTER)],
    mistakes,
  }),
  check("late", "keeps what arrives for a loop that is slow or begins late", {
    points: 2,
    cast: reader.telling(["watches-too-late", "last-in-first-out"], {
      begin: [0, 400, 900, 1600, 2500],
      pause: [0, 300, 800, 1500],
    }),
    ...besideUsual("A slow loop", ({ jobs }) => ({ jobs })),
  }),
  check("failure", "throws a failure in its turn, and has then ended", {
    points: 1,
    cast: [
      ...[over(300, failing(100), 200), over(900, failing(600), 200, failing(700))],
      // Several have arrived when the loop asks: the failures are neither the first nor the last.
      paced({ pause: 500 }, 100, 200, failing(300), 400),
      paced({ pause: 500 }, 100, failing(400), failing(200), 300),
      ...FALSY.map((value) => over(300, 100, failing(200, value))),
    ],
    ...besideUsual(
      "A loop over promises that fail",
      ({ jobs, ...round }) => ({ ...round, jobs: jobs.map(({ takes }) => returning(takes)) }),
      (trace, round) => [looping.expect(trace, round).find(Boolean) ?? judged.staysDone(trace, AFTER)],
    ),
  }),
  check("nothing-left", "leaves nothing behind, whenever the loop begins or ends", {
    points: 1,
    cast: [
      ...[over(failing(100), failing(300), failing(300), 200), over(failing(900), failing(1000), 200, 100)],
      paced({ pause: 500 }, 100, failing(300), failing(400), failing(200)),
      paced({ begin: 1000 }, 500, failing(700), failing(600), failing(2000)),
      paced({ leaves: 1 }, failing(900), 103, failing(2000), 3000),
      ...[paced({ pause: 400, leaves: 2 }, failing(300), 200, 100), paced({ begin: Infinity }, failing(100))],
    ],
    ...looping,
    expect: (trace, { pace }) => (pace?.leaves ? judged.leftAtOnce(trace, pace.leaves) : []),
    mistakes: { "waits-for-rest": mistakes["waits-for-rest"]! },
    mayPend: true,
  }),
  check("alike", "yields everything, also what is alike or arrives together", {
    points: 1,
    cast: [
      // First with others that come together: whoever loses none of these loses twins for being twins.
      over(700, 700, 700),
      ...[twice(0, 1, 0), twice(1, 1, 1), over(ready(), ready()), over(ready(), 600, ready(), 300)],
      over(...[300, 200, 100].map((ms) => returning(ms, 5))),
      over(...all.LISTS.map((value, index) => returning(300 - 100 * index, value))),
      ...[0, 700].map((begin) =>
        paced({ begin }, ...FALSY.map((value, index) => returning(500 - 100 * index, value))),
      ),
    ],
    explored: { of: "promises", inputs: small },
    ...besideUsual("A loop over what is alike", ordinary, (trace, round) => [everything(trace, round)]),
  }),
  check("iterable", "takes any iterable, reads it once, and ends at once if it is empty", {
    points: 1,
    cast: [...WAYS.map((as): Round => ({ ...over(1000, 400), as })), over(), { jobs: [], as: "a generator" }],
    ...besideUsual("A loop over an iterable", ordinary, (trace, round) => [
      readOnce(trace) ?? everything(trace, round),
    ]),
  }),
  check("apart", "keeps loops apart, also over the same promises", {
    points: 1,
    ...apart(
      looping,
      {
        "A loop": over(1000, 400),
        "A loop that fails": over(1000, 400, failing(1300)),
        "One of two loops over the same promises": { ...over(1000, 400, failing(1300)), again: true },
      },
      { own: (part, { again }) => (again ? [judged.readAlike(part, AGAIN)] : []) },
    ),
  }),
]);
