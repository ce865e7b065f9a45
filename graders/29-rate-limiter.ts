// What a rate limiter promises: at most so many starts in any stretch of time, and each as early as that allows.
import { apart } from "./kit/apart.ts";
import { called } from "./kit/expectations.ts";
import { check, grader } from "./kit/grader.ts";
import { FALSY, failing, jobFunctions, returning, throwing } from "./kit/jobs.ts";
import { type Caller, calling } from "./kit/models/callers.ts";
import { firstCome } from "./kit/models/first-come.ts";
import { ownFailures } from "./kit/models/line-failures.ts";
import { ownOutcomes } from "./kit/models/line-judged.ts";
import { smallCrowds } from "./kit/models/small-crowds.ts";
import * as starts from "./kit/models/starts.ts";
import { type Load, per } from "./kit/models/starts.ts";
import { mistakes } from "./kit/models/starts-mistakes.ts";
import type { World } from "./world/world.ts";

type Student = typeof import("../exercises/29-rate-limiter/rate-limiter.ts");

const some = (count: number, takes = 100): number[] => Array<number>(count).fill(takes);
const after = (gap: number, takes = 100): Caller => ({ ...returning(takes), after: gap });
const follows = (index: number, lag = 0): Caller => ({ ...returning(100), follows: index, lag });
const inside = (index: number): Caller => ({ ...returning(100), inside: index });

const limiting = {
  mayPend: true as const,
  scenario(world: World, { createRateLimiter }: Student, { places, perMs, visits, ...more }: Load) {
    const options = { limit: places, perMs };
    const limited = createRateLimiter(options);
    const other = more.split ? createRateLimiter(options) : limited;
    const tasks = jobFunctions(world, visits, "task");
    let begun = 0;
    const theSame = () => tasks[begun++]!();
    return calling(world, visits, (index, works) => {
      const task = () => {
        const own = tasks[index]!();
        works.begins(index);
        return own;
      };
      return (index % 2 ? other : limited)(more.alike ? theSame : task);
    });
  },
  says: starts.inWords,
  mistakes,
};

const [small, smallFailing] = [smallCrowds({ later: true }), smallCrowds({ later: true, fails: true })];
/** The same with a throw in place of its one failure, if that is the first; how long others take is nothing then. */
const thrown = (all: Load): Load[] => {
  const [first, ...rest] = all.visits;
  const isPlain = rest.every(({ ends, takes }) => ends === "returns" && takes === 100);
  return first?.ends === "fails" && isPlain ? [{ ...all, visits: [throwing(), ...rest] }] : [];
};
/** Calls in the ms in which a window ends; failures and throws, and a last call in the turn in which the first task ends. */
const explored = {
  of: "calls",
  inputs: (size: number): Load[] => [
    ...[100, 200].flatMap((perMs) => small(size).map((all) => ({ ...all, perMs }))),
    ...(size > 1 ? smallFailing(size) : [])
      .map((all) => ({ ...all, visits: all.visits.with(-1, follows(0)), perMs: 100 }))
      .flatMap((all) => [all, ...thrown(all)]),
  ],
};

export default grader<Student>("29-rate-limiter", [
  check("story", "starts five calls two at a time, a second apart: at 0, 0, 1000, 1000 and 2000 ms", {
    points: 2,
    cast: [per(1000, 2, ...some(5, 300))],
    ...limiting,
    expect: (trace, { visits }) => [
      called(trace, "task", { at: [0, 0, 1000, 1000, 2000] }),
      ...ownOutcomes(trace, visits, "Call", "task"),
    ],
  }),
  check("window", "never starts more than limit tasks within perMs, wherever that stretch begins", {
    points: 2,
    cast: [
      per(1000, 1, 100, after(300), after(300)),
      // Over a boundary: of the clock's windows, and of one that the first start begins.
      per(1000, 2, after(900), 100, after(100)),
      per(1000, 2, 100, after(900), after(200), 100),
      per(1000, 2, ...some(5)),
      per(1000, 1, ...some(4)),
      per(500, 1, 100, after(200)),
      // It was quiet for a while, but not for long.
      per(1000, 2, after(300), after(600), after(100), after(400), 100),
      per(1000, 1, 100, after(900)),
      per(900, 3, 100, after(50), after(400), after(300), after(200), 100, after(610), after(290), 100),
      per(1000, 1, 100, 100, after(1500)),
      // What was not used is not saved up.
      per(1000, 2, after(5000), ...some(4)),
      per(300, 5, ...some(14)),
      per(100_003, 1, ...some(3)),
      per(1000, 1, 100, inside(0), follows(0)),
      per(1000, 2, ...some(4), inside(2)),
    ],
    explored,
    ...limiting,
    expect: (trace, load) => [starts.withinLimit(trace, load)],
  }),
  check("early", "starts each task as early as that allows", {
    points: 2,
    cast: [
      per(1000, 2, ...some(4, 2500)),
      per(1000, 3, 100, after(100), after(100), after(5000), 100, 100),
      per(1000, 1, 100, after(1000), after(1000)),
      per(1000, 1, 100, after(300), after(300)),
      per(1000, 2, 100, after(600), after(100), 100),
      per(333, 3, ...some(8, 1000)),
      { ...per(1000, 2, 300, 200, 300, 100), alike: true },
      per(1000, 1, 1000, follows(0), follows(1, 2)),
      per(1000, 3, 500, inside(0), follows(0), 300),
    ],
    ...limiting,
    expect: (trace, load) => [starts.asEarly(trace, load)],
  }),
  check("order", "starts tasks in the order of the calls, and lets nobody take another's place", {
    points: 1,
    cast: [
      per(1000, 1, 300, 100, 200),
      per(300, 3, ...some(9, 200)),
      // In the very ms in which somebody who waits may start: after its timer was set, and before.
      per(1000, 1, 100, 100, after(1000)),
      per(1000, 1, 100, after(300), after(700)),
      per(1000, 2, 100, 100, 100, after(1000), 100),
      per(1000, 1, 1000, 100, follows(0)),
      per(1000, 1, 100, 1000, 100, follows(1), inside(1)),
    ],
    explored,
    ...limiting,
    expect: (trace, load) => [
      firstCome(trace, "task", load.visits.length),
      ...starts.nobodyForgotten(trace, load),
    ],
  }),
  check("failure", "settles as the task does; a failure counts as a start, and stops nobody", {
    points: 1,
    cast: [
      per(1000, 1, failing(300), 100),
      per(1000, 1, throwing(), 100),
      per(1000, 2, 100, 100, throwing(), failing(200)),
      per(1000, 1, failing(300), failing(200)),
      ...FALSY.map((value) => per(1000, 2, failing(300, value), returning(200, value), throwing(value), 100)),
    ],
    ...limiting,
    expect: (trace, load) => [
      ...ownOutcomes(trace, load.visits, "Call", "task"),
      ...starts.nobodyForgotten(trace, load),
      starts.withinLimit(trace, load),
    ],
    mistakes: {
      ...mistakes,
      ...ownFailures("Call", ({ calls }) => calls),
    },
  }),
  check("left", "leaves no timer behind when nobody waits", {
    points: 1,
    cast: [
      per(1000, 2, 300, 300),
      per(1000, 1, 2500, 100),
      per(1000, 1, 100, 100, after(3000)),
      per(1000, 1, 100, after(500)),
      per(1000, 2, ...some(3, 2500)),
    ],
    ...limiting,
    expect: (trace, load) => [starts.noTimerIdle(trace, load)],
  }),
  check("apart", "keeps limiters apart", {
    points: 1,
    ...apart(
      limiting,
      {
        "A limiter": per(1000, 2, 300, 200, failing(300), 100),
        "One of another limit": per(700, 1, 100, 400, 100),
        "Two with the same options": { ...per(1000, 1, 100, 100), split: true },
      },
      { own: (part, { split }) => [split ? called(part, "task", { at: [0, 0] }) : undefined] },
    ),
  }),
]);
