// What BackgroundTasks promises: work that goes on by itself, none of whose failures is lost, and that can be waited for.
import { apart } from "./kit/apart.ts";
import { failures } from "./kit/as-it-went.ts";
import { beside } from "./kit/beside.ts";
import { called, fulfilled, noted, settledInWords, that } from "./kit/expectations.ts";
import { check, type Finding, grader, type Mistakes } from "./kit/grader.ts";
import { errorNamed, FALSY, failing, returning, throwing } from "./kit/jobs.ts";
import { oneByOne, polled } from "./kit/mistakes/gathered.ts";
import { flattened, isErrorNamed, isFalsy, isWrapping } from "./kit/mistakes/values.ts";
import { allCounted, allDrained, askAt, drainedAfter, type Span } from "./kit/models/drains.ts";
import * as members from "./kit/models/members.ts";
import { at, inTime, type Member, numbersFrom, startEach, starting } from "./kit/models/members.ts";
import { fromPlain, isUndefined } from "./trace/plain.ts";
import { callsOf, notesOf, type Trace } from "./trace/trace.ts";
import type { World } from "./world/world.ts";

type Student = typeof import("../exercises/22-background-tasks/background-tasks.ts");

/** When somebody drains, or looks at `pending` (virtual ms). `sync`: it returns nothing, at once. `same`: all are one function. */
interface Cast {
  tasks: (Member & { sync?: boolean })[];
  drains?: number[];
  looks?: number[];
  same?: boolean;
}
const SYNC: Cast["tasks"][0] = { ...returning(0), sync: true };
const returnings = (...all: number[]) => all.map((ms) => returning(ms));
const working = {
  scenario(world: World, { BackgroundTasks }: Student, { tasks, drains, looks = [], same }: Cast) {
    const group = { body: returning(0), tasks };
    const [all, work] = [members.membersOf(group) as Cast["tasks"], members.workOf(world, group)];
    const background = new BackgroundTasks(world.sink("onError"));
    const atOnce = world.blocking<[number], void>("task", { costs: 0 });
    const run = (number: number) => {
      const ended = all[number]!.sync ? atOnce(number) : (work(number) as Promise<void>);
      startEach(world, all, numbersFrom(number + 1, all[number]!.starts), spawn);
      return ended;
    };
    let calls = 0;
    const one = () => run(++calls);
    const spawn = (number: number) =>
      void world.watch(`spawn ${number}`, () => background.spawn(same ? one : () => run(number)));
    startEach(world, all, numbersFrom(1, tasks), spawn);
    for (const ms of looks) inTime(world, ms, () => world.note("pending", background.pending));
    askAt(world, drains, "drain", () => background.drain());
  },
  says: ({ tasks }: Cast) => `With tasks of ${members.tasksInWords(tasks) || "none"}`,
};
const spawns = ({ outcomes }: Trace) => Object.values(outcomes).filter((each) => /^spawn/.test(each.label));
const failed = (trace: Trace) => failures(trace, "task");
const told = (trace: Trace) => notesOf(trace, "onError");

/** Each `spawn` returned nothing, at once. */
function returned(trace: Trace): Finding {
  const odd = spawns(trace).find(({ state, value }) => state !== "returned" || !isUndefined(value!));
  return that(!odd, `${odd?.label} ${settledInWords(odd)}; expected it to return undefined, at once.`);
}
/** Each task was called once, when it was spawned. */
function started(trace: Trace): Finding {
  const args = spawns(trace).map(({ label }) => [Number(label.slice("spawn ".length))]);
  return called(trace, "task", { at: spawns(trace).map(({ start }) => start.at), args });
}
/** Each failure was told once, in the ms in which it happened. */
function allTold(trace: Trace): Finding {
  const [values, at] = [failed(trace).map(({ value }) => value), failed(trace).map(({ end }) => end!.at)];
  return noted(trace, "onError", { values, at });
}
/** The tasks, each from its spawn to its end. */
const spansIn = (trace: Trace): Span[] =>
  spawns(trace).map(({ label, start }) => {
    const call = callsOf(trace, "task").find(({ args }) => label === `spawn ${args[0]}`);
    return { starts: start.at, ends: call?.end?.at ?? Infinity, failed: call?.how !== "fulfilled" };
  });
const drained = (trace: Trace) => allDrained(trace, "drain", spansIn(trace), started(trace) && "late-start");
const counted = (trace: Trace) => allCounted(trace, "pending", spansIn(trace));

const mistakes: Mistakes = {
  "falsy-is-nothing": (trace) => failed(trace).some(({ value }) => isFalsy(value!)),
  "sync-throw-escapes": (trace) => spawns(trace).some(({ state }) => state === "threw"),
  "awaits-in-spawn": (trace) => spawns(trace).some(({ state }) => state !== "returned"),
  "twins-merged": ({ input }) => (fromPlain(input!) as Cast).same === true,
  "repeated-call": (trace) => trace.calls.length > spawns(trace).length,
  "sequential-await": oneByOne,
  "late-start": (trace) => started(trace) !== undefined,
  "busy-wait": polled,
  "floating-rejection": ({ floating }) => floating.length > 0,
  "errors-flattened": (trace) => flattened(failed(trace), told(trace)),
  "reported-twice": (trace) => told(trace).length > failed(trace).length,
  "wrapped-error": (trace) =>
    told(trace).some(({ value }) => failed(trace).some((call) => isWrapping(value, call.value!))),
  "reported-late": (trace) => told(trace).some(({ at }, i) => at > (failed(trace)[i]?.end?.at ?? at)),
  "abort-by-error": (trace) => failed(trace).some(({ value }) => isErrorNamed(value, "AbortError")),
  "failure-not-told": (trace) => told(trace).length < failed(trace).length,
  "failed-stays-pending": (trace) => failed(trace).length > 0,
  "ended-stays-pending": (trace) => notesOf(trace, "pending").length > 0,
};
const playing = { ...working, mistakes };

export default grader<Student>("22-background-tasks", [
  check("story", "goes on with two tasks after the answer, and has drained them at 2000 ms", {
    points: 1,
    cast: [{ tasks: returnings(1000, 2000), drains: [0] }],
    ...playing,
    expect: (trace) => [started(trace), ...drained(trace), fulfilled(trace, { label: "drain 1", at: 2000 })],
  }),
  check("spawn", "starts each task at once, whatever else is at work, and returns undefined", {
    points: 1,
    cast: [
      { tasks: [returning(500), at(100, 700), at(100, 300), at(900, 100)] },
      { tasks: [starting(600, at(200, 500), 300), at(300, 300)] },
      { tasks: [...returnings(300, 300), at(100, 300)], same: true },
      { tasks: Array<Member>(12).fill(returning(300)) },
    ],
    ...playing,
    expect: (trace) => [started(trace), returned(trace)],
  }),
  check("failure", "hands each failure to onError, once, in the millisecond in which it happens", {
    points: 2,
    cast: [
      { tasks: [failing(307), failing(701), at(503, failing(101))], drains: [0, 1000] },
      { tasks: [failing(500, "the same"), returning(700), failing(300, "the same")] },
      ...["AbortError", "AggregateError"].map((name) => ({ tasks: [failing(300, errorNamed(name))] })),
      ...FALSY.map((value) => ({ tasks: [failing(300, value)] })),
    ],
    ...playing,
    mayPend: true,
    expect: (trace) => [allTold(trace)],
  }),
  check("throw", "takes a throw at once for a failure like any other", {
    points: 1,
    cast: [
      { tasks: [throwing(), returning(500), at(300, throwing())] },
      ...FALSY.map((value) => ({ tasks: [throwing(value)] })),
    ],
    ...beside<Student, Cast>(
      { ...playing, expect: (trace) => [allTold(trace), returned(trace)] },
      ({ tasks }) => ({ tasks: tasks.map((t) => ({ ...t, ends: t.ends === "throws" ? "fails" : t.ends })) }),
      { own: "With a task that throws", other: "With one that rejects" },
    ),
  }),
  check("pending", "counts in pending the tasks that have not ended", {
    points: 1,
    cast: [
      { tasks: [...returnings(500, 300), at(400, 500)], looks: [0, 200, 301, 450, 501, 1000] },
      { tasks: [starting(500, at(200, 700))], looks: [100, 300, 600, 1000] },
      { tasks: returnings(300, 700), same: true, looks: [100, 500] },
      { tasks: [SYNC, returning(300), at(100, SYNC)], looks: [50, 200, 400] },
    ],
    ...playing,
    expect: counted,
  }),
  check("drain", "drains at once if nothing is pending, else when all have ended, spawned meanwhile or not", {
    points: 2,
    cast: [
      { tasks: returnings(1003, 307), drains: [0, 100, 100, 1500] },
      { tasks: [returning(500), at(300, 600), at(700, 800), at(1300, 500)], drains: [100] },
      { tasks: [starting(500, at(400, starting(500, at(400, 150_001))))], drains: [100] },
      { tasks: [], drains: [0, 0] },
      { tasks: [returning(300), at(500, 400)], drains: [0, 400, 600, 1000] },
    ],
    ...playing,
    expect: drained,
  }),
  check("aftermath", "goes on after a failure: the task counts no more, and drains wait for the others", {
    points: 1,
    cast: [
      { tasks: [failing(300), returning(700)], drains: [100, 500], looks: [200, 301, 800] },
      { tasks: [returning(300), at(200, failing(400))], drains: [0], looks: [400, 700] },
    ],
    ...playing,
    expect: (trace) => [...counted(trace), ...drained(trace), drainedAfter(trace, "drain", "onError")],
  }),
  check("apart", "keeps several of them apart", {
    points: 1,
    ...apart(working, {
      "Some tasks": { tasks: [returning(500), at(200, 700)], drains: [100], looks: [50, 300, 1000] },
      "Some that fail": { tasks: [failing(350), returning(950)], drains: [0], looks: [400] },
    }),
  }),
]);
