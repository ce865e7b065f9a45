// What an app promises: each request its answer, in time, whatever its handler does, and nothing of it lost or left behind.
import { abortAnswers, obeying } from "./kit/aborts.ts";
import { apart } from "./kit/apart.ts";
import { check, grader, type Mistakes } from "./kit/grader.ts";
import { errorNamed, FALSY, failing, type Job, jobList, returning, throwing } from "./kit/jobs.ts";
import { DB, type Dependency, SESSION, UNSOLVABLE } from "./kit/models/needs.ts";
import { inWords, type Load, onThreads, pathOf, requests, serve } from "./kit/models/requests.ts";
import * as after from "./kit/models/requests-after.ts";
import { allAnswered } from "./kit/models/requests-judged.ts";
import { smallCrowds } from "./kit/models/small-crowds.ts";
import type { World } from "./world/world.ts";

type Student = typeof import("../exercises/35-mini-fastapi/mini-fastapi.ts");

const serving = {
  mayPend: true as const,
  scenario: (world: World, { createApp }: Student, load: Load) => serve(world, createApp, load),
  says: inWords,
  mistakes: { "floating-rejection": ({ floating }) => floating.length > 0 } satisfies Mistakes,
};

const one = (job: Job, load: Partial<Load> = {}): Load => ({ ...requests(job), ...load });
/** Its client goes so many virtual ms later. */
const gone = (leaves: number, job: Job): Load => requests({ ...job, leaves });
const later = (ms: number, job: Job): Job => ({ ...job, after: ms });
const soon = (index: number) => ({ ...later(50, returning(300)), path: pathOf(index) });
/** Leaves these background tasks. */
const leaving = (ms: number, ...tasks: (number | Job)[]) => ({ ...returning(ms), tasks: jobList(...tasks) });
const needing = (job: Job, ...needs: Dependency[]): Load => one(job, { needs });
const LOG: Dependency = { name: "log", as: "generator" };
const small = smallCrowds({ later: true, inTurn: true });
const OTHERS = ["AbortError", "TimeoutError"].map(errorNamed);
const PATHS = ["/burgers", "/burgers/1/", "", "constructor"];
const IN_TIME = { timeoutMs: 8000, until: 9500 };

export default grader<Student>("35-mini-fastapi", [
  check("story", "answers 200 with the handler's value, 404 for an unknown path, and 500 for a failure", {
    points: 1,
    cast: [
      requests(1000, 100_000),
      requests(300, 100, failing(200), throwing(), 500),
      requests(300, ...PATHS.map((path) => ({ ...returning(0), path }))),
      ...FALSY.map((value) => requests(returning(300, value), failing(200, value), throwing(value))),
      // Two requests for one path.
      requests(500, { ...later(100, returning(300)), path: pathOf(0) }),
    ],
    ...serving,
    expect: (trace, load) => allAnswered(trace, load, { strict: true }),
  }),
  check("threads", "calls def handlers on threads, in turn, as soon as one is free, and the others at once", {
    points: 1,
    cast: [
      // Two for one path, and one for another.
      onThreads(1, 300, { ...returning(200), path: pathOf(0) }, 100),
      onThreads(3, 900, 500, 100, 100, 300, 600, 200),
      onThreads(1, failing(300), 200, failing(100), later(100, returning(300)), later(900, returning(100))),
      { places: 1, visits: [...onThreads(1, 100_003, 300).visits, returning(200), returning(400)] },
      onThreads(0, ...Array<number>(42).fill(100)),
    ],
    explored: {
      of: "requests",
      inputs: (size) => small(size).map(({ places, visits }) => onThreads(places, ...visits)),
    },
    ...serving,
    expect: (trace, load) => [...after.begunInTurn(trace, load), ...allAnswered(trace, load)],
    mistakes: after.threadMistakes,
  }),
  check("dependencies", "sets up what a handler needs, and tears it down after it, before the answer", {
    points: 2,
    cast: [
      needing(returning(500), DB, SESSION, { name: "user", as: "value", needs: ["session"] }),
      needing(failing(300), DB, { ...LOG, catches: true }, SESSION),
      needing(failing(300, undefined), DB),
      needing(returning(300), SESSION, { ...DB, as: "promise", value: 0, takes: 100_003 }),
      needing(returning(300), DB, { ...SESSION, fails: true }, { name: "user" }),
      { ...onThreads(1, 300), needs: [{ ...DB, takes: 100_003 }, LOG] },
      { ...onThreads(1, 300, { ...returning(300), path: pathOf(0) }), needs: [DB] },
      // While one is set up, another one's begins: for a path of its own, and for the same.
      ...[1, 0].map((path) => ({ ...requests(500, soon(path)), needs: [DB, SESSION] })),
      ...UNSOLVABLE.map((needs) => needing(returning(300), ...needs)),
    ],
    ...serving,
    expect: (trace, load) => {
      if (load.visits.length > 1) return after.besideAnother(trace, load);
      // What is falsy is for the first check.
      const answers = load.visits[0]!.value === undefined ? [] : allAnswered(trace, load);
      return [...after.needsServed(trace, load), ...answers];
    },
  }),
  check("limits", "answers 499 when the client has gone, and 504 when the time is up, at that instant", {
    points: 2,
    cast: [
      ...abortAnswers(3000).flatMap((job) => [gone(500, job), one(job, { timeoutMs: 500 })]),
      gone(0, returning(300)),
      { ...requests(200_000, later(300, returning(200_000))), timeoutMs: 100_003 },
      one(returning(300), { timeoutMs: 500, needs: [{ name: "db", takes: 300 }] }),
      { ...onThreads(1, { ...returning(3000), leaves: 400 }, 3000), timeoutMs: 500 },
      // Nobody is gone, and no time is up.
      ...OTHERS.map((value) => ({ ...gone(9000, failing(300, value)), ...IN_TIME })),
    ],
    ...serving,
    expect: allAnswered,
  }),
  check("given-up", "tells a handler that is given up, waits for its end, and leaves nothing behind", {
    points: 1,
    cast: [
      ...[returning(3000), obeying(3000)].flatMap((job) => [
        { ...gone(500, job), timeoutMs: 9000 },
        { ...gone(9000, job), timeoutMs: 500 },
      ]),
      ...[returning(300), failing(300)].map((job) => ({ ...gone(9000, job), ...IN_TIME })),
      { ...gone(9000, returning(0)), ...IN_TIME, visits: [{ ...returning(0), path: "/", leaves: 9000 }] },
      // Who waits for a thread leaves the line, and who is at work keeps its own.
      onThreads(
        1,
        1000,
        { ...returning(200), leaves: 300 },
        later(100, returning(300)),
        later(500, returning(100)),
      ),
      onThreads(1, 300, { ...returning(600), leaves: 700 }, 200),
      { ...onThreads(1, 900, later(600, returning(100))), timeoutMs: 500 },
      { ...onThreads(1, 700, later(100, returning(200)), later(550, returning(100))), timeoutMs: 500 },
      ...[returning(900), obeying(900)].map((job) => ({ ...needing(job, DB, SESSION), timeoutMs: 500 })),
      { ...needing(returning(300), { name: "db", takes: 700 }), timeoutMs: 500 },
      { ...onThreads(1, 900), needs: [DB], timeoutMs: 500 },
      // Another one for the same path goes on.
      requests({ ...returning(900), leaves: 500 }, { ...returning(900), path: pathOf(0) }),
    ],
    ...serving,
    expect: (trace, load) => [
      after.nothingLeftBehind(trace),
      ...after.toldInTime(trace, load),
      after.threadsKept(trace, load),
      ...after.tornDown(trace, load),
    ],
    mistakes: { ...serving.mistakes, unbounded: after.threadMistakes.unbounded! },
  }),
  check("background", "begins background tasks after the answer, and lets their failures harm nothing", {
    points: 1,
    cast: [
      requests(leaving(500, 1000, 700)),
      requests(leaving(300, failing(200), 300, throwing(), 100), 500),
      requests(leaving(500, 300), 300),
      requests(leaving(300, throwing(undefined), failing(100, null), 100)),
      requests({ ...leaving(400, 300), tasksLast: true }, leaving(300, 200)),
      onThreads(1, leaving(300, 200)),
    ],
    ...serving,
    expect: (trace, load) => [...allAnswered(trace, load), ...after.tasksBegun(trace, load)],
  }),
  check("shutdown", "ends a shutdown when all that had begun has ended, and answers 503 from then on", {
    points: 1,
    cast: [
      { ...requests(), shutdowns: [0, 100] },
      { ...requests(1000, later(200, returning(300))), shutdowns: [100, 500, 1200] },
      { ...requests(leaving(303, 700, 100_000)), shutdowns: [100, 500, 1500] },
      { ...onThreads(1, 300, 400, failing(200), later(250, returning(100))), shutdowns: [150] },
      { ...requests(300, later(500, returning(100))), shutdowns: [100, 700] },
      { ...onThreads(1, 900, 300), timeoutMs: 500, shutdowns: [600] },
      { ...needing(returning(1500), DB), timeoutMs: 500, shutdowns: [100, 700, 1650] },
    ],
    ...serving,
    expect: after.shutDown,
  }),
  check("apart", "keeps apps apart", {
    points: 1,
    ...apart(
      serving,
      {
        // What takes no time holds up nobody, wherever it runs.
        "An app": { ...onThreads(1, 0, 0, 0), late: 200 },
        "One with a limit": { ...requests(500, later(150, returning(600))), timeoutMs: 400 },
        "One without": requests(300, { ...leaving(600, 300), after: 150 }),
        "One that is shut down": { ...requests(300, later(150, returning(300))), shutdowns: [100] },
      },
      { free: /^toThread/ },
    ),
  }),
]);
