// What an Executor promises: tasks on workers and never on the loop, in order, and a shutdown that waits for the last.
import { apart } from "./kit/apart.ts";
import { called, fulfilled, loopNeverLate, that } from "./kit/expectations.ts";
import { check, type Finding, grader, type Mistakes } from "./kit/grader.ts";
import { blockingFunctions, FALSY, failing, type Job, returning } from "./kit/jobs.ts";
import * as gathered from "./kit/mistakes/gathered.ts";
import { isFalsy } from "./kit/mistakes/values.ts";
import { type Crowd, crowd, inWords, visiting } from "./kit/models/line.ts";
import { ownFailures } from "./kit/models/line-failures.ts";
import * as judged from "./kit/models/line-judged.ts";
import * as lines from "./kit/models/line-mistakes.ts";
import { smallCrowds } from "./kit/models/small-crowds.ts";
import { refused } from "./kit/refused.ts";
import { fromPlain, isUndefined } from "./trace/plain.ts";
import { callsOf, madeBy, outcomeOf, type Trace } from "./trace/trace.ts";
import type { World } from "./world/world.ts";

type Student = typeof import("../exercises/14-run-in-executor/run-in-executor.ts");

/** Visits are tasks, places workers. When (virtual ms) it is shut down, and one more submitted; `same`: all are the first task. */
type Load = Crowd & { shutdowns?: number[]; late?: number[]; same?: boolean };
const loadOf = ({ input }: Trace) => fromPlain(input!) as Load;
const later = (after: number, takes: number): Job => ({ ...returning(takes), after });
const REFUSAL = { name: "ExecutorShutdownError", accepted: "accepts-after-shutdown" };
const moments = (all: number[] = []) => all.map((at, index) => ({ after: at - (all[index - 1] ?? 0) }));

const working = {
  mayPend: true as const,
  async scenario(world: World, { Executor }: Student, { visits, places, same, ...load }: Load) {
    const executor = new Executor(Array.from({ length: places }, (_, n) => world.worker(`worker ${n + 1}`)));
    const tasks = blockingFunctions(world, visits, "work");
    const [late] = blockingFunctions(world, [returning(100)], "late work");
    await Promise.all([
      visiting(world, visits, "Task", (index) => executor.submit(tasks[same ? 0 : index]!)),
      visiting(world, moments(load.shutdowns), "shutdown()", () => executor.shutdown()),
      visiting(world, moments(load.late), "late submit()", () => executor.submit(late!)),
    ]);
  },
  says: ({ shutdowns = [], ...load }: Load) =>
    [inWords(load, "worker", "tasks"), ...shutdowns.map((at) => `a shutdown at ${at} ms`)].join(", "),
};

const tasksIn = ({ outcomes }: Trace) => Object.values(outcomes).filter(({ label }) => /^Task/.test(label));
const ids = ["sequential-await", "batches", "waits-for-oldest", "static-split", "last-in-first-out"] as const;
const mistakes: Mistakes = {
  "runs-on-loop": ({ calls }) => calls.some(({ on }) => on === "loop"),
  ...lines.refusals,
  "others-unused": lines.othersUnused(({ service }) => /^worker (\d+)$/.exec(service)?.[1]),
  "floating-rejection": ({ floating }) => floating.length > 0,
  ...lines.mistakes("work", (index) => index + 1, [...ids, "worker-lost-on-error"]),
  "shutdown-drops-queue": (trace) =>
    loadOf(trace).shutdowns !== undefined && callsOf(trace, "work").length < loadOf(trace).visits.length,
};

/** Each task ran once, but for those which a busy worker refused. */
const allRan = (trace: Trace, { length }: Job[]) =>
  called(trace, "work", { times: length - tasksIn(trace).filter(lines.isRefused).length });

/** Each `shutdown()` resolved when the last of the tasks that ran had ended, or at once if that was over. */
const shutDown = (trace: Trace, { shutdowns }: Load): Finding[] =>
  shutdowns!.map((_, index) => {
    const { label, start, state, settled } = outcomeOf(trace, `shutdown() ${index + 1}`);
    const at = Math.max(start.at, ...callsOf(trace, "work").map(({ end }) => end?.at ?? Infinity));
    const why = () => {
      if (state === "pending") return "shutdown-hangs";
      if (state === "rejected") return "shutdown-rejects";
      if (settled!.at < at) return "leaves-before-tasks-end";
      return gathered.polled(trace) ? "busy-wait" : undefined;
    };
    return fulfilled(trace, { label, at, otherwise: why() });
  });

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
    cast: lines.telling(ids, { later: true }),
    explored: { of: "tasks", inputs: smallCrowds({ later: true }) },
    ...working,
    expect: (trace, load) => judged.servedInTurn(trace, "work", load, (index) => index + 1),
    mistakes,
  }),
  check("values", "hands back what a task returns, whatever it is", {
    points: 1,
    cast: [
      crowd(2, 300, 100, 200),
      ...[...FALSY, Number.NaN, ["list"]].map((value) => crowd(1, returning(100, value), 100)),
      ...[1, 2].map((places) => ({ places, visits: Array<Job>(3).fill(returning(100, 7)), same: true })),
    ],
    ...working,
    expect: (trace, { visits }) => [
      allRan(trace, visits),
      ...judged.ownOutcomes(trace, visits, "Task", "work", "values"),
    ],
    mistakes: {
      ...mistakes,
      "twins-merged": (trace) => loadOf(trace).same === true,
      "falsy-is-nothing": (trace) => isFalsy(madeBy(trace, "work 1")),
      "missing-return": (trace) => tasksIn(trace).some(({ value = null }) => isUndefined(value)),
    },
  }),
  check("failure", "rejects a failing task's promise alone, and its worker goes on", {
    points: 2,
    cast: [
      crowd(2, failing(200), failing(300), 100, 400, failing(100), 200),
      crowd(2, failing(200), 600, 100, 100, 100),
      crowd(1, failing(300), later(700, 100), failing(200), 100),
      ...FALSY.map((value) => crowd(1, 100, failing(200, value), 100)),
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
      { ...crowd(2, 1003, 307), shutdowns: [0] },
      { ...crowd(2, 1000, 700, 500, 300), shutdowns: [0] },
      { ...crowd(1, 300, failing(400)), shutdowns: [150] },
    ],
    ...working,
    expect: (trace, load) => [allRan(trace, load.visits), ...shutDown(trace, load)],
    mistakes,
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
    expect: shutDown,
    mistakes,
  }),
  check("apart", "keeps executors apart", {
    points: 1,
    ...apart(working, {
      "An executor": { ...crowd(1, 300, 200, later(800, 100)), shutdowns: [1500] },
      "One that is soon shut down": { ...crowd(1, 400, 200), shutdowns: [100] },
    }),
  }),
]);
