// What firstSuccess promises: all attempts at once, the first success, and no work for those who came too late.

import { type Again, callAgain, wentAgain } from "./kit/again.ts";
import { apart } from "./kit/apart.ts";
import { beside } from "./kit/beside.ts";
import { called, startedTogether, that } from "./kit/expectations.ts";
import { check, grader, type Play } from "./kit/grader.ts";
import { inputOf } from "./kit/input.ts";
import * as all from "./kit/jobs.ts";
import { FALSY, failing, type Job, jobFunctions, jobList, ready, returning, throwing } from "./kit/jobs.ts";
import * as gathered from "./kit/mistakes/gathered.ts";
import { arrivals, arrivalsOf, doesNotPoll } from "./kit/models/arrivals.ts";
import * as decision from "./kit/models/decision.ts";
import { losersAborted } from "./kit/models/losers.ts";
import { ENDS, smallLists } from "./kit/models/small-jobs.ts";
import { show } from "./trace/plain.ts";
import { outcomeOf, type Trace } from "./trace/trace.ts";
import type { AbortAnswer, World } from "./world/world.ts";

type Student = typeof import("../exercises/10-first-success/first-success.ts");

const ANSWERS: AbortAnswer[] = [
  { rejects: "reason" },
  { rejects: 1 },
  { rejects: 1, after: 300 },
  { resolves: true },
];
const attemptsOf = (trace: Trace) => inputOf<Job[]>(trace);
const decided = (trace: Trace, attempts: Job[], due: decision.Decision) =>
  decision.decided(trace, due, all.valuesOf(trace, attempts, "attempt"));
const mistakes = decision.decisionMistakes("attempt", attemptsOf);

const racing: Play<Student, Job[]> = {
  scenario: (world, { firstSuccess }, attempts) => firstSuccess(jobFunctions(world, attempts, "attempt")),
  says: (attempts) => `With attempts of ${all.inWords(attempts)}`,
  expect: (trace, attempts) => [
    decided(trace, attempts, decision.firstSuccessOf(trace, "attempt", attempts)),
  ],
  mistakes,
};

const racingAgain = {
  scenario(world: World, { firstSuccess }: Student, { attempts, again }: { attempts: Job[]; again?: Again }) {
    type Attempts = Parameters<typeof firstSuccess>[0];
    const list: Attempts = jobFunctions(world, attempts, "attempt");
    return callAgain(world, list, again, firstSuccess);
  },
};

export default grader<Student>("10-first-success", [
  check("story", "takes the first success, at 1000 ms", {
    points: 2,
    cast: [jobList(failing(500), 3000, 1000)],
    ...racing,
    expect: (trace, attempts) => [decided(trace, attempts, decision.firstSuccess(arrivals(attempts)))],
    whenStuck: "busy-wait",
  }),
  check("start", "starts all attempts at once, each with an AbortSignal", {
    points: 1,
    cast: [
      ...[3, 1, 2, 20].map((count) =>
        Array.from({ length: count }, (_, index) => returning(900 - 30 * index)),
      ),
      jobList(ready(), 900, 700),
    ],
    ...racing,
    says: (attempts) => (attempts.length > 3 ? `With ${attempts.length} attempts` : racing.says!(attempts)),
    expect(trace, { length }) {
      const without = trace.calls.find(({ signal }) => !signal);
      return [
        startedTogether(trace, "attempt", { count: length }),
        called(trace, "attempt", { times: length }),
        that(!without, `Attempt ${show(without?.args[0] ?? 0)} got no AbortSignal.`, {
          otherwise: "signal-not-passed",
        }),
        doesNotPoll(trace, length),
      ];
    },
    mistakes: {
      ...mistakes,
      "not-all-started": (trace) => trace.calls.length < attemptsOf(trace).length,
    },
  }),
  check("failure", "lets failures pass while another attempt may succeed", {
    points: 1,
    cast: all
      .jobs({ min: 2, max: 6, distinct: true, ends: ["returns", "fails"], falsy: true, lists: true })
      .filter((attempts) => attempts.some(all.isFailure) && !attempts.every(all.isFailure)),
    explored: { of: "attempts", inputs: smallLists([...ENDS, throwing()]) },
    ...racing,
  }),
  check("abort", "aborts all that still run when one succeeds, and never the winner", {
    points: 2,
    cast: [
      jobList(700, 400, 900),
      jobList(300, 600, 500),
      jobList(900, 600, failing(300), 1200),
      jobList({ ...returning(900), onAbort: { resolves: true } }, 400),
      jobList(Number.POSITIVE_INFINITY, 400, 900),
      jobList(900, returning(400, undefined), 700),
      jobList(900, throwing(), 600, 700),
      // Two in one turn: one has won.
      jobList(900, ready(), ready()),
    ],
    ...racing,
    expect: losersAborted,
    mayPend: true,
  }),
  check("all-fail", "rejects with all the failures, in the order of the attempts, when none succeeds", {
    points: 1,
    cast: [
      [300, 500, 100, 400].map((ms) => failing(ms)),
      // No limit is set to any of them.
      [failing(300_007)],
      [],
      [failing(300, "no answer"), failing(100), failing(200, 404)],
      [failing(100), ...FALSY.map((value, index) => failing(900 - 100 * index, value))],
    ],
    ...racing,
    mistakes: {
      "empty-hangs": (trace) => attemptsOf(trace).length === 0 && outcomeOf(trace).state === "pending",
      "bad-input-accepted": (trace) =>
        attemptsOf(trace).length === 0 && outcomeOf(trace).state === "fulfilled",
      ...mistakes,
    },
  }),
  check("throw", "counts a throw as a failure of that attempt alone", {
    points: 1,
    cast: [
      jobList(throwing(), 1000, failing(500)),
      jobList(700, throwing(), 300),
      jobList(throwing(), failing(500)),
      jobList(failing(300), throwing(undefined), throwing(), failing(500)),
    ],
    ...beside<Student, Job[]>(
      {
        ...racing,
        expect: (trace, attempts) => [
          called(trace, "attempt", { times: attempts.length }) ?? racing.expect(trace, attempts)[0],
        ],
        mistakes: {
          "falsy-is-nothing": (trace) => attemptsOf(trace).some(({ value }) => value === undefined),
          "sync-throw-escapes": gathered.throwCameOut,
          "not-all-started": (trace) => trace.calls.length < attemptsOf(trace).length,
        },
      },
      (attempts) => attempts.map((job) => (job.ends === "throws" ? failing(0, job.value) : job)),
      { own: "With an attempt that throws", other: "With one that rejects" },
    ),
  }),
  check("floating", "lets nothing that a loser does later change the outcome or go unhandled", {
    points: 1,
    cast: [
      jobList(failing(900), 500),
      jobList(900, 500),
      jobList(500, Number.POSITIVE_INFINITY),
      ...ANSWERS.map((onAbort) => jobList({ ...returning(900), onAbort }, 500)),
      jobList(failing(900), 500, failing(100)),
      [300, 900, 600].map((ms) => failing(ms)),
    ],
    ...racing,
    // Whether a failure is let pass is another check's.
    expect: (trace, attempts) =>
      arrivalsOf(trace, "attempt")[0]?.failed ? [] : racing.expect(trace, attempts),
    mayPend: true,
  }),
  check("apart", "keeps calls apart that overlap, and starts an attempt twice that is given twice", {
    points: 1,
    ...apart(
      racingAgain,
      {
        "A call": { attempts: jobList(900, 400, 1500) },
        "A call with another winner": { attempts: jobList(300, 700, 1100) },
        "One of two with the same list": { attempts: jobList(900, 400, 1500), again: "the same list" },
        "One attempt in each place": { attempts: jobList(900, 400), again: "one in each place" },
      },
      { own: (part, { again }) => wentAgain(part, again) },
    ),
  }),
]);
