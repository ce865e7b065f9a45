// What retry promises: so many attempts and no more, each after its wait, the last error itself, and an end when it is told.

import { because } from "./kit/aborts.ts";
import { apart } from "./kit/apart.ts";
import { called, fulfilled, noTimerLeft } from "./kit/expectations.ts";
import { check, grader } from "./kit/grader.ts";
import { errorNamed, FALSY, failing, isFailure, returning, throwing, valuesOf } from "./kit/jobs.ts";
import {
  after,
  failed,
  inWords,
  type Retrying,
  retried,
  smallRetries,
  waitOf,
} from "./kit/models/retries.ts";
import * as judged from "./kit/models/retries-judged.ts";
import { abortMistakes, retryMistakes } from "./kit/models/retries-mistakes.ts";
import { byTimer, oneAfterTheOther } from "./kit/models/turns.ts";
import { allAlike, eachAsked } from "./kit/once-more.ts";
import type { Trace } from "./trace/trace.ts";
import type { World } from "./world/world.ts";

type Student = typeof import("../exercises/30-retry-with-backoff/retry-with-backoff.ts");

const retrying = {
  scenario: (world: World, { retry }: Student, load: Retrying) => retried(world, retry, load),
  says: inWords,
  mistakes: retryMistakes,
};
const inTime = (trace: Trace, load: Retrying) => oneAfterTheOther(trace, "operation", waitOf(load), byTimer);
/** All that were to be made up to a success. */
const allMade = (trace: Trace, load: Retrying) =>
  isFailure(load.jobs.at(-1)!)
    ? undefined
    : called(trace, "operation", { atLeast: judged.attemptsDue(load) });

export default grader<Student>("30-retry-with-backoff", [
  check("story", "succeeds with the third attempt, after waits of 1000 and 2000 ms", {
    points: 2,
    cast: [after([200, 200], 200, { baseMs: 1000, attempts: 4 })],
    ...retrying,
    expect: (trace, { jobs }) => [
      called(trace, "operation", { at: [0, 1200, 3400] }),
      fulfilled(trace, { at: 3600, value: valuesOf(trace, jobs, "attempt")[2] }),
    ],
  }),
  check("attempts", "makes as many attempts as it may until one succeeds, and no more, counted from 1", {
    points: 1,
    cast: [
      failed([100, 100, 100]),
      failed([100]),
      after([100, 200], 100, { attempts: 3 }),
      after([], 100, { attempts: 1 }),
      after([100, 100, 100, 100, 100, 100], 100, { baseMs: 10 }),
      // Nobody sets a limit: to an attempt, and to their number.
      after([100], 100_003),
      after(Array(29).fill(10), 10, { baseMs: 1, factor: 1 }),
      // Whatever it is called: only a signal aborts.
      { ...after([0], 100), jobs: [failing(100, errorNamed("AbortError")), returning(100)] },
      ...FALSY.map((value) => after([100], returning(100, value))),
    ],
    ...retrying,
    expect: (trace, load) => [
      called(trace, "operation", {
        args: Array.from({ length: judged.attemptsDue(load) }, (_, index) => [index + 1]),
        ...judged.falsyIn(load),
      }),
    ],
  }),
  check("backoff", "waits baseMs after the first failure, and each time factor times as long, up to maxMs", {
    points: 1,
    cast: [
      after([100, 300, 100, 200], 100),
      after([100, 100, 100], 100, { factor: 3 }),
      after([100, 100, 100], 100, { baseMs: 400, factor: 1.5 }),
      after([100, 100, 100], 100, { baseMs: 250, factor: 1 }),
      // Uneven and long: without `maxMs` there is no limit.
      after([103, 100, 100], 100, { baseMs: 50_003 }),
      after([100, 100, 100, 100], 100, { maxMs: 350 }),
      after([100, 100, 100], 100, { baseMs: 500, factor: 3, maxMs: 300 }),
      after([100, 100, 100], 100, { maxMs: 0 }),
      after([100, 100, 100], 100, { undefined: true }),
      { ...after([0, 0, 0], 100), jobs: [throwing(), failing(200), throwing(), returning(100)] },
    ],
    ...retrying,
    expect: (trace, load) => [allMade(trace, load), inTime(trace, load)],
  }),
  check("jitter", "passes each wait through jitter once, and waits as long as that says", {
    points: 1,
    cast: [
      after([100, 100, 100], 100, { factor: 1, jitter: [300, 50, 700] }),
      after([100, 100, 100], 100, { baseMs: 500, maxMs: 200, jitter: [300, 100, 900] }),
      after([100, 100, 100, 100], 100, { factor: 3, maxMs: 500, jitter: [50, 400, 10, 600] }),
      after([100, 100, 100], 100, { jitter: [200, 0, 100] }),
      failed([100, 100], { jitter: [50, 70] }),
      after([], 100, { jitter: [50] }),
    ],
    ...retrying,
    expect: (trace, load) => [allMade(trace, load), judged.jitteredOnce(trace, load), inTime(trace, load)],
  }),
  check("failure", "rejects with the last error itself, at once, and leaves no timer", {
    points: 1,
    cast: [
      failed([100, 300, 200]),
      failed([100]),
      { ...failed([]), jobs: [failing(100), throwing()], attempts: 2 },
      ...FALSY.map(
        (value): Retrying => ({ ...failed([]), jobs: [failing(100), failing(100, value)], attempts: 2 }),
      ),
    ],
    ...retrying,
    expect: (trace) => [judged.endsAsTheLast(trace), noTimerLeft(trace)],
  }),
  check("refused", "does not try again what shouldRetry refuses, but rejects with that error, at once", {
    points: 1,
    cast: [
      failed([100, 200, 100, 100], { refuses: [2] }),
      failed([100, 100, 100], { refuses: [1] }),
      after([100, 200], 100, { refuses: [] }),
      { ...after([], 100, { refuses: [2] }), jobs: [throwing(), throwing(), failing(100)], attempts: 5 },
      ...FALSY.map((value) => ({
        ...failed([], { refuses: [2], attempts: 5 }),
        jobs: [failing(100), failing(100, value), failing(100)],
      })),
    ],
    ...retrying,
    expect: (trace, load) => [
      called(trace, "operation", { times: judged.attemptsDue(load), ...judged.falsyIn(load) }),
      ...judged.askedAboutEach(trace, load),
      judged.endsAsTheLast(trace),
    ],
  }),
  check("abort", "gives up when the signal aborts: at once if it waits, and leaves nothing behind", {
    points: 2,
    cast: [
      after([100, 100], 100, { baseMs: 500, abort: { after: 350 } }),
      after([100, 100], 100, { baseMs: 500, abort: { after: 900 } }),
      after([100], 100, { abort: { after: "before" } }),
      // During an attempt: the first, another, the last one that it may make, one that succeeds.
      ...[50, 250].map((ms) => after([100, 200, 100], 100, { abort: { after: ms } })),
      failed([100, 200], { abort: { after: 300 } }),
      after([100], 200, { abort: { after: 300 } }),
      after([], Infinity, { abort: { after: 300 } }),
      after([100], 100, { abort: { after: "at once", during: "operation" } }),
      after([100], 100, { refuses: [], abort: { after: "at once", during: "shouldRetry" } }),
      after([100], 100, { jitter: [200], abort: { after: "at once", during: "jitter" } }),
      // It has ended by then.
      after([100], 100, { abort: { after: 5000 } }),
      ...[{}, { refuses: [1] }].map((more) => failed([100, 100], { ...more, abort: { after: 5000 } })),
      ...FALSY.map((is) => because(is, after([100], 100, { baseMs: 500, abort: { after: 300 } }))),
      ...FALSY.slice(0, 2).map((is) => because(is, after([100], 100, { abort: { after: "before" } }))),
    ],
    explored: { of: "failures", inputs: smallRetries },
    ...retrying,
    mayPend: true,
    expect: judged.gaveUp,
    mistakes: abortMistakes,
  }),
  check("apart", "keeps calls apart", {
    points: 1,
    ...apart(
      retrying,
      {
        "A call": after([150, 50], 100, { baseMs: 250 }),
        "A call that fails": failed([100, 100, 100], { jitter: [30, 60] }),
        "A call that is aborted": after([100, 100], 100, { baseMs: 400, abort: { after: 350 } }),
        // Of an even number of attempts, so that who counts down what both have is seen.
        "A pair with the same options": failed([100, 100], {
          jobs: Array(4).fill(failing(100, "no")),
          again: [0],
        }),
      },
      {
        inside: true,
        own: (part) => [...allAlike(part), eachAsked(part)],
      },
    ),
  }),
]);
