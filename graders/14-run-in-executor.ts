// What an Executor promises: tasks on workers and never on the loop, in order, and a shutdown that waits for the last.
import { apart } from "./kit/apart.ts";
import { called, fulfilled, loopNeverLate, that } from "./kit/expectations.ts";
import { check, grader, type Mistakes } from "./kit/grader.ts";
import { inputOf } from "./kit/input.ts";
import { blockingFunctions, errorNamed, FALSY, failing, type Job, returning } from "./kit/jobs.ts";
import { isFalsy } from "./kit/mistakes/values.ts";
import { askAt } from "./kit/models/drains.ts";
import { inTheTurnOf } from "./kit/models/in-their-time.ts";
import { type Crowd, crowd, inWords, visiting } from "./kit/models/line.ts";
import { ownFailures } from "./kit/models/line-failures.ts";
import * as judged from "./kit/models/line-judged.ts";
import * as lines from "./kit/models/line-mistakes.ts";
import { telling } from "./kit/models/line-telling.ts";
import { toldWhenOver } from "./kit/models/shutdown.ts";
import { smallCrowds } from "./kit/models/small-crowds.ts";
import { refused } from "./kit/refused.ts";
import { callsOf, madeBy, type Trace } from "./trace/trace.ts";
import type { World } from "./world/world.ts";

type Student = typeof import("../exercises/14-run-in-executor/run-in-executor.ts");

/**
 * Visits are tasks, places workers. When (virtual ms) it is shut down, and one more submitted; `shutWith`: it is shut down in the
 * very turn in which this task ends (its number, from 0), or `lag` microtasks later. `same`: all are the first task.
 */
type More = { shutdowns: number[]; shutWith: number; lag: number; late: number[]; same: boolean };
type Load = Crowd & Partial<More>;
const later = (after: number, takes: number): Job => ({ ...returning(takes), after });
const REFUSAL = { name: "ExecutorShutdownError", accepted: "accepts-after-shutdown" };
const tasksIn = ({ outcomes }: Trace) => Object.values(outcomes).filter(({ label }) => /^Task/.test(label));
const tooFew = (trace: Trace) => callsOf(trace, "work").length < inputOf<Load>(trace).visits.length;
const ids = [...lines.QUEUED, "barging"] as const;
const mistakes: Mistakes = {
  "runs-on-loop": ({ calls }) => calls.some(({ on }) => on === "loop"),
  ...lines.refusals,
  "others-unused": lines.othersUnused(({ service }) => /^worker (\d+)$/.exec(service)?.[1]),
  // What nobody was given nobody can handle.
  "missing-return": (trace) => tasksIn(trace).some(({ state }) => state === "returned"),
  "floating-rejection": ({ floating }) => floating.length > 0,
  ...lines.mistakes("work", (index) => index + 1, [...ids, "worker-lost-on-error"]),
  "shutdown-drops-queue": (trace) => inputOf<Load>(trace).shutdowns !== undefined && tooFew(trace),
};

const working = {
  mayPend: true as const,
  async scenario(world: World, { Executor }: Student, { visits, places, same, ...load }: Load) {
    const executor = new Executor(Array.from({ length: places }, (_, n) => world.worker(`worker ${n + 1}`)));
    const tasks = blockingFunctions(world, visits, "work");
    const [late] = blockingFunctions(world, [returning(100)], "late work");
    const submit = (index: number) => {
      const own = executor.submit(tasks[same ? 0 : index]!);
      const close = () => world.watch("shutdown() 1", () => executor.shutdown());
      if (index === load.shutWith) void inTheTurnOf(own, close, load.lag);
      return own;
    };
    const ended = visiting(world, visits, "Task", submit);
    askAt(world, load.shutdowns, "shutdown()", () => executor.shutdown());
    askAt(world, load.late, "late submit()", () => executor.submit(late!));
    await ended;
  },
  says: ({ shutdowns = [], shutWith, ...load }: Load) => {
    const turn = shutWith === undefined ? [] : [`in the turn in which number ${shutWith + 1} ends`];
    const all = [...shutdowns.map((at) => `at ${at} ms`), ...turn].map((when) => `a shutdown ${when}`);
    return [inWords(load, "worker", "tasks"), ...all].join(", ");
  },
  mistakes,
};

/** Each task ran once, but for those which a busy worker refused. */
const allRan = (trace: Trace, { length }: Job[]) =>
  called(trace, "work", { times: length - tasksIn(trace).filter(lines.isRefused).length });
export default grader<Student>("14-run-in-executor", [
  check("story", "runs four tasks of 1000 ms on two workers in 2000 ms, and keeps the loop free", {
    points: 2,
    cast: [crowd(2, 1000, 1000, 1000, 1000)],
    scenario(world, student, load) {
      world.heartbeat("heartbeat", 100, 50);
      return working.scenario(world, student, load);
    },
    expect: (trace) => [
      judged.nobodyDisturbed(trace),
      ...tasksIn(trace).map(({ label }) => fulfilled(trace, { label })),
      fulfilled(trace, { at: 2000 }),
      loopNeverLate(trace),
    ],
    mistakes,
  }),
  check("start", "starts tasks in the order of submit, each as soon as a worker is idle", {
    points: 1,
    cast: telling(ids, { later: true }),
    explored: { of: "tasks", inputs: smallCrowds({ later: true, inTurn: true }), gaps: 4 },
    ...working,
    expect: (trace, load) => judged.servedInTurn(trace, "work", load, (index) => index + 1),
  }),
  check("values", "hands back what a task returns, whatever it is", {
    points: 1,
    cast: [
      crowd(1, 100_003, 307),
      ...[["list"], errorNamed("Error"), ...FALSY, NaN].map((value) => crowd(1, returning(100, value), 100)),
      ...[1, 2].map((places) => ({ places, visits: Array<Job>(3).fill(returning(100, 7)), same: true })),
    ],
    ...working,
    expect: (trace, load: Load) => [
      allRan(trace, load.visits),
      load.same ? called(trace, "work", { at: lines.startsBy(load).map(Number) }) : undefined,
      ...judged.ownOutcomes(trace, load.visits, "Task", "work", "values"),
    ],
    mistakes: {
      ...mistakes,
      "outcome-by-value": (trace) => tasksIn(trace).some(({ state }) => state === "rejected"),
      "twins-merged": (trace) => inputOf<Load>(trace).same === true && tooFew(trace),
      "falsy-is-nothing": (trace) => isFalsy(madeBy(trace, "work 1")),
    },
  }),
  check("failure", "rejects a failing task's promise alone, and its worker goes on", {
    points: 2,
    cast: [
      crowd(2, failing(200), failing(300), 100, 400, failing(100), 200),
      crowd(2, failing(200), 600, 100, 100, 100),
      crowd(1, failing(300), later(700, 100), failing(200), 100),
      ...["no Error", ...FALSY].map((value) => crowd(1, 100, failing(200, value), 100)),
    ],
    ...working,
    expect: (trace, { visits }) => [
      ...judged.ownOutcomes(trace, visits, "Task", "work", "failures"),
      that(!mistakes["worker-lost-on-error"]!(trace), "the worker whose task failed did nothing more."),
    ],
    mistakes: {
      ...mistakes,
      ...ownFailures("Task", ({ calls }) => calls.filter(({ service }) => /^worker/.test(service))),
    },
  }),
  check("refusal", "after a shutdown refuses tasks with an ExecutorShutdownError", {
    points: 1,
    cast: [{ ...crowd(2, 1000), shutdowns: [0], late: [0, 500, 1500] }],
    ...working,
    expect: (trace, { late }) => [
      called(trace, "late work", { times: 0, otherwise: "accepts-after-shutdown" }),
      ...late!.map((_, index) => refused(trace, `late submit() ${index + 1}`, REFUSAL)),
    ],
  }),
  check("shutdown", "ends a shutdown when the last task has ended, queued ones included", {
    points: 1,
    cast: [
      // All is done for a while, and then there is work again.
      { ...crowd(1, 100, later(300, 400), 200), shutdowns: [350] },
      // The last to end is not the last that was submitted. Uneven times: who looks now and then comes late.
      { ...crowd(2, 100_003, 307), shutdowns: [0] },
      { ...crowd(2, 1000, 700, 500, 300), shutdowns: [0] },
      { ...crowd(1, 300, failing(400)), shutdowns: [150] },
      // In the turn in which a task ends: the last one, and one after which more is queued.
      ...[0, 1, 2, 3, 5].map((lag) => ({ ...crowd(2, 300, failing(400)), shutWith: 1, lag })),
      { ...crowd(1, 300, 400), shutWith: 0 },
    ],
    ...working,
    expect: (trace, { visits, shutdowns = [0] }: Load) => [
      allRan(trace, visits),
      ...toldWhenOver(trace, "shutdown()", shutdowns.length, "work"),
    ],
  }),
  check("shutdown-again", "answers every shutdown, at once if nothing runs", {
    points: 1,
    cast: [
      { ...crowd(1), shutdowns: [0, 0] },
      { ...crowd(1, 1000), shutdowns: [100, 100] },
      { ...crowd(2, 1000, 300), shutdowns: [100, 900, 1100] },
      { ...crowd(1, failing(500)), shutdowns: [700, 900] },
    ],
    ...working,
    expect: (trace, { shutdowns }) => toldWhenOver(trace, "shutdown()", shutdowns!.length, "work"),
  }),
  check("apart", "keeps executors apart", {
    points: 1,
    ...apart(working, {
      "An executor": { ...crowd(1, 300, 200, later(800, 100)), shutdowns: [1500] },
      "One that is soon shut down": { ...crowd(1, 400, 200), shutdowns: [100] },
    }),
  }),
]);
