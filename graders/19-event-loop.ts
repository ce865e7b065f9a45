// What an EventLoop promises: ready tasks by turns, all I/O when none is ready, and what each task comes to.
import { apart } from "./kit/apart.ts";
import { noted } from "./kit/expectations.ts";
import { check, grader } from "./kit/grader.ts";
import { FALSY, returning, throwing } from "./kit/jobs.ts";
import { finished, inWords, LOG, type Task, task, telling } from "./kit/models/event-loop-tasks.ts";
import { type Cast, doing } from "./kit/models/event-loop-tasks-done.ts";
import {
  endedRightly,
  finishedOnce,
  kept,
  mistakes,
  resumedRightly,
  returned,
} from "./kit/models/event-loop-tasks-judged.ts";
import type { World } from "./world/world.ts";

type Student = typeof import("../exercises/19-event-loop/event-loop.ts");

const playing = {
  scenario: (world: World, student: Student, cast: Cast) => doing(world, student, cast),
  says: ({ runs }: Cast) => `With ${inWords(runs)}`,
  mistakes,
};
const once = (...list: Task[]): Cast => ({ runs: [list] });

/** One that waits for an awaitable which it shares with others. */
const sharing = (name: string, waits: string): Task => ({ name, acts: [{ waits, shared: true }] });
const CHAIN = task("A", "a1", "a2");

export default grader<Student>("19-event-loop", [
  check("story", "runs two tasks by turns: all that are ready, then all I/O, until both have ended", {
    points: 1,
    cast: [once(task("A", "users", "posts"), task("B", "news"))],
    ...playing,
    expect: (trace, cast) => [
      ...returned(trace),
      kept(trace, cast, "microtasks", "row", "twins", "timers", "left", "again"),
      noted(trace, LOG, { values: ["users", "news", "posts"].map(finished) }),
    ],
  }),
  check("order", "gives every ready task its turn, in order, new ones last, before any I/O", {
    points: 2,
    cast: telling().map((runs) => ({ runs })),
    ...playing,
    expect: (trace, cast) => [kept(trace, cast, "microtasks", "left")],
  }),
  check("io", "finishes the I/O of all that wait, in order, before any of them goes on", {
    points: 1,
    cast: telling().map((runs) => ({ runs })),
    ...playing,
    expect: (trace, cast) => [kept(trace, cast, "row", "twins", "timers")],
  }),
  check("results", "resumes each task with the result of what it waits for, which that then has", {
    points: 2,
    cast: [
      once(task("A", "users", "posts"), task("B", "news", "a", "b"), task("C")),
      once(task("A", task("B", "x"), "y")),
      once(sharing("A", "x"), task("B", "y"), sharing("C", "x")),
      once(task("A", "x"), task("B", "x", "x")),
    ],
    ...playing,
    expect: resumedRightly,
  }),
  check("ends", "keeps what each task returns or throws, and goes on with the others", {
    points: 1,
    cast: [
      once({ ...CHAIN, end: returning(0) }, task("B", "b1", "b2")),
      once({ ...CHAIN, end: throwing() }, { ...task("B", "b1", "b2", "b3"), end: returning(0) }),
      once({ ...task("A"), end: throwing() }, task("B", "b1")),
      ...FALSY.flatMap((value) => [
        once({ ...task("A", "a1"), end: returning(0, value) }, task("B")),
        once({ ...task("A", "a1"), end: throwing(value) }, task("B", "b1")),
      ]),
    ],
    ...playing,
    expect: (trace, cast) => [...returned(trace), kept(trace, cast, "left"), ...endedRightly(trace, cast)],
  }),
  check("run", "starts nothing before run(), and can run again", {
    points: 1,
    cast: [
      { runs: [[CHAIN, task("B")], [task("C", "c1")]] },
      { runs: [[CHAIN], [], [task("B"), task("C", "c1")]] },
      { runs: [[], [CHAIN, task("B")]] },
    ],
    ...playing,
    expect: (trace, cast) => [...returned(trace), kept(trace, cast, "outside", "left", "again")],
  }),
  check("shared", "finishes an awaitable once for all who wait for it, and each of one name by itself", {
    points: 1,
    cast: [
      once(sharing("A", "x"), sharing("B", "x")),
      once(sharing("A", "x"), task("B", "y"), sharing("C", "x"), sharing("D", "x")),
      once(task("A", "x"), task("B", "x")),
      once(task("A", "x", "y"), task("B", "x", "y"), task("C", "y")),
    ],
    ...playing,
    expect: finishedOnce,
  }),
  check("apart", "keeps loops apart", {
    points: 1,
    ...apart(playing, {
      "A loop": { runs: [[CHAIN, task("B", "b1", task("C"))]], costs: 0 },
      "A loop that runs twice": {
        runs: [[task("A", "x")], [{ ...task("B", "y"), end: throwing() }]],
        costs: 0,
      },
    }),
  }),
]);
