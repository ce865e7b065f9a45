// What an Executor promises: tasks on workers and never on the loop, in order, and a shutdown that waits for the last.
import fc from "fast-check";
import { about, called, fulfilled, loopNeverLate, rejected, that } from "./kit/expectations.ts";
import * as gathered from "./kit/gathered.ts";
import { check, type Finding, grader, type Mistakes } from "./kit/grader.ts";
import { fromPlain, isNode, isUndefined } from "./kit/plain.ts";
import { type Call, callsOf, madeBy, outcomeOf, type Trace } from "./kit/trace.ts";
import { isErrorNamed, isFalsy, isWrapping } from "./kit/values.ts";
import type { World } from "./kit/world.ts";

type Student = typeof import("../exercises/14-run-in-executor/run-in-executor.ts");
type Executor = InstanceType<Student["Executor"]>;

/** One task. `after`: virtual ms from the submission of the one before to its own. `value`: "made" is the world's. */
interface Plan {
  takes: number;
  after: number;
  how: "returns" | "throws";
  value: unknown;
}
interface Load {
  plans: Plan[];
  workers: number;
  /** The first plan's task is submitted in the place of each. */
  same?: boolean;
}

// A value that is given may be undefined, too: hence no default.
const planOf = (how: Plan["how"], takes: number, after = 0, ...value: [unknown?]): Plan => ({
  takes,
  after,
  how,
  value: value.length > 0 ? value[0] : "made",
});
const returning = planOf.bind(null, "returns");
const throwing = planOf.bind(null, "throws");
const STORY: Load = { plans: [1000, 1000, 1000, 1000].map((ms) => returning(ms)), workers: 2 };

const taskLabel = (number: number, name = "Task") => `${name} ${number}`;
const hire = (world: World, count: number, name = "worker") =>
  Array.from({ length: count }, (_, index) => world.worker(`${name} ${index + 1}`));

/** The plans' tasks: each a call of the blocking service `name` with its number, from 1. */
function tasksOf(world: World, plans: Plan[], name = "work"): (() => unknown)[] {
  const made = plans.map(({ how, value }, index) => {
    const what = `${name} ${index + 1}`;
    if (value !== "made") return world.made(what, value);
    return world.made(what, how === "returns" ? world.payload(what) : world.error(what));
  });
  const work = world.blocking(name, { costs: (number: number) => plans[number - 1]!.takes });
  return plans.map(({ how }, index) => () => {
    work(index + 1);
    if (how === "throws") throw made[index];
    return made[index];
  });
}

/** Submits the plans' tasks in their time, watched as `Task 1` and so on; resolves when all have settled. */
async function submitAll(world: World, executor: Executor, plans: Plan[], same = false): Promise<void> {
  const settled: Promise<unknown>[] = [];
  const tasks = tasksOf(world, plans);
  for (const index of plans.keys()) {
    const task = tasks[same ? 0 : index]!;
    if (plans[index]!.after > 0) await world.wait(plans[index]!.after);
    settled.push(world.watch(taskLabel(index + 1), () => executor.submit(task)));
  }
  await Promise.all(settled);
}

/** When each task starts if the first worker to be idle takes it. */
function startsOf({ plans, workers }: Load): number[] {
  const freeAt = Array.from({ length: workers }, () => 0);
  let arrives = 0;
  return plans.map(({ takes, after }) => {
    arrives += after;
    const first = Math.min(...freeAt);
    const start = Math.max(first, arrives);
    freeAt[freeAt.indexOf(first)] = start + takes;
    return start;
  });
}
const endsOf = (load: Load) => startsOf(load).map((start, index) => start + load.plans[index]!.takes);
const lastEnd = (load: Load) => Math.max(...endsOf(load));

const inWords = ({ plans, workers }: Load) => {
  const takes = plans.map(({ takes, how }) => (how === "returns" ? takes : `${takes} and throws`));
  let at = 0;
  const times = plans.map(({ after }) => (at += after));
  const when = at > 0 ? ` submitted at [${times.join(", ")}]` : "";
  return `With tasks of [${takes.join(", ")}] ms${when} and ${workers} ${workers === 1 ? "worker" : "workers"}`;
};

const onLoop = ({ calls }: Trace) => calls.some(({ on }) => on === "loop");
const busyCall = ({ calls }: Trace) =>
  calls.find(({ value }) => isErrorNamed(value, "Error", /^worker is busy$/));
const keptOffLoop = (trace: Trace) =>
  that(!onLoop(trace), "a task was called on the event loop itself, which could do nothing else meanwhile.", {
    otherwise: "runs-on-loop",
  });
const nobodyDisturbed = (trace: Trace) => {
  const call = busyCall(trace);
  return that(
    call === undefined,
    `${call?.service} was asked to run a task at ${call?.start.at} ms while busy.`,
  );
};
const startedInTurn = (trace: Trace, load: Load): Finding[] => [
  keptOffLoop(trace),
  nobodyDisturbed(trace),
  called(trace, "work", { at: startsOf(load), args: load.plans.map((_, index) => [index + 1]) }),
];
/** Each task's promise settled as the task did, when it did. */
const settledAlike = (trace: Trace, load: Load): Finding[] => {
  const ends = endsOf(load);
  return load.plans.map(({ how }, index) => {
    const [label, made] = [taskLabel(index + 1), madeBy(trace, `work ${index + 1}`)];
    if (how === "throws") return rejected(trace, { label, at: ends[index], error: made });
    return fulfilled(trace, { label, at: ends[index], value: made });
  });
};

const loadOf = ({ input }: Trace) => (input === undefined ? STORY : (fromPlain(input) as Load));
const numberOf = ({ args }: Call) => Number(args[0]);
/** Whether the tasks did not start as they should, but just when they would at these times (undefined: never). */
const startedAt = (trace: Trace, starts: (number | undefined)[]) => {
  const startOf = (index: number) =>
    callsOf(trace, "work").find((call) => numberOf(call) === index + 1)?.start.at;
  return (
    starts.every((at, index) => startOf(index) === at) &&
    startsOf(loadOf(trace)).some((at, index) => startOf(index) !== at)
  );
};
const arrivals = ({ plans }: Load) => {
  let at = 0;
  return plans.map(({ after }) => (at += after));
};
/** As if the workers had got the tasks in turn, in advance. */
const dealtOut = (trace: Trace) => {
  const load = loadOf(trace);
  const [arrive, freeAt] = [arrivals(load), Array.from({ length: load.workers }, () => 0)];
  const starts = load.plans.map(({ takes }, index) => {
    const start = Math.max(freeAt[index % load.workers]!, arrive[index]!);
    freeAt[index % load.workers] = start + takes;
    return start;
  });
  return startedAt(trace, starts);
};
/** As if a worker whose task fails did nothing more. */
const withoutFailed = (trace: Trace) => {
  const load = loadOf(trace);
  const [arrive, freeAt] = [arrivals(load), Array.from({ length: load.workers }, () => 0)];
  const starts = load.plans.map(({ takes, how }, index) => {
    const first = Math.min(...freeAt);
    if (first === Number.POSITIVE_INFINITY) return undefined;
    const start = Math.max(first, arrive[index]!);
    freeAt[freeAt.indexOf(first)] = how === "throws" ? Number.POSITIVE_INFINITY : start + takes;
    return start;
  });
  return startedAt(trace, starts);
};
const outOfTurn = (trace: Trace) =>
  callsOf(trace, "work").some((call, index, all) => index > 0 && numberOf(all[index - 1]!) > numberOf(call));
const work = (trace: Trace) => ({ ...trace, calls: callsOf(trace, "work") });

const mistakes: Mistakes = {
  "runs-on-loop": onLoop,
  "busy-wait": (trace) => busyCall(trace) !== undefined && gathered.polled(trace),
  unbounded: (trace) => busyCall(trace) !== undefined,
  "sequential-await": (trace) => loadOf(trace).workers > 1 && gathered.oneByOne(work(trace)),
  // Of few tasks both may be true; then neither is named.
  "static-split": (trace) => dealtOut(trace) && !outOfTurn(trace),
  "missing-return": (trace) =>
    failedCalls(trace).length === 0 &&
    taskOutcomes(trace).some(({ state, value }) => state === "fulfilled" && isUndefined(value!)),
  "late-start": (trace) => gathered.staggered(work(trace)) || gathered.startedLate(work(trace)),
  "last-in-first-out": (trace) => outOfTurn(trace) && !dealtOut(trace),
};

const taskOutcomes = ({ outcomes }: Trace) =>
  Object.values(outcomes).filter(({ label }) => /^Task/.test(label));
const workerCalls = ({ calls }: Trace) => calls.filter(({ service }) => /^worker/.test(service));
const failedCalls = (trace: Trace) => workerCalls(trace).filter(({ how }) => how === "rejected");

/** Whether a task's promise rejected though the task never ran. */
const refusedQueued = (trace: Trace) =>
  taskOutcomes(trace).filter(({ state }) => state === "rejected").length > failedCalls(trace).length;

const failureMistakes: Mistakes = {
  ...mistakes,
  "worker-lost-on-error": (trace) => withoutFailed(trace) && !refusedQueued(trace),
  "floating-rejection": ({ floating }) => floating.length > 0,
  "lost-rejection": (trace) => taskOutcomes(trace).some(({ state }) => state === "pending"),
  "falsy-is-nothing": (trace) =>
    failedCalls(trace).length > 0 && failedCalls(trace).every(({ value }) => isFalsy(value!)),
  "wrapped-error": (trace) =>
    taskOutcomes(trace).some(({ state, value }) => {
      const wraps = failedCalls(trace).some((call) => isWrapping(value ?? null, call.value!));
      return state === "rejected" && wraps;
    }),
  "generic-error": (trace) =>
    taskOutcomes(trace).some(
      ({ state, value = null }) => state === "rejected" && isNode(value) && value.t === "error" && !value.ref,
    ),
  "swallowed-error": (trace) =>
    failedCalls(trace).length > 0 && taskOutcomes(trace).every(({ state }) => state === "fulfilled"),
};

const refused = (trace: Trace, label: string, at: number): Finding => {
  const { state, value } = outcomeOf(trace, label);
  const misreading = () => {
    if (onLoop(trace)) return "runs-on-loop";
    if (state === "threw") return "sync-throw-escapes";
    if (state !== "rejected") return "accepts-after-shutdown";
    return isErrorNamed(value, "ExecutorShutdownError") ? undefined : "generic-error";
  };
  return rejected(trace, { label, at, shape: { name: "ExecutorShutdownError" }, otherwise: misreading() });
};

/** This `shutdown()` resolved at this virtual ms, when `last` task had ended. */
const shutDown = (trace: Trace, at: number, label = "shutdown()"): Finding => {
  const { state, settled } = outcomeOf(trace, label);
  const early = settled !== undefined && settled.at < at;
  const tasksPending = taskOutcomes(trace).some((task) => task.state === "pending");
  const wentOn = trace.calls.some(({ end }) => settled && end && end.seq > settled.seq);
  const misreading = () => {
    if (onLoop(trace)) return "runs-on-loop";
    if (state === "pending") return tasksPending ? undefined : "shutdown-hangs";
    if (state === "rejected") return "shutdown-rejects";
    if (state === "fulfilled" && !early && gathered.polled(trace)) return "busy-wait";
    // What was dropped or refused never ends: then there was nothing to wait for.
    return state === "fulfilled" && early && wentOn ? "leaves-before-tasks-end" : undefined;
  };
  return fulfilled(trace, { label, at, otherwise: misreading() });
};

const takes = fc.integer({ min: 1, max: 2000 });
const after = fc.oneof(fc.constant(0), fc.constant(0), fc.integer({ min: 0, max: 1500 }));
const success = fc.tuple(takes, after).map(([ms, gap]) => returning(ms, gap));
const failure = fc
  .tuple(takes, after, fc.constantFrom("made", undefined, null, 0, "", false))
  .map(([ms, gap, value]) => throwing(ms, gap, value));
const workers = fc.integer({ min: 1, max: 4 });
const listOf = (plan: fc.Arbitrary<Plan>) => fc.array(plan, { minLength: 1, maxLength: 10, size: "max" });
const someFail = listOf(fc.oneof(success, failure)).filter((plans) =>
  plans.some(({ how }) => how === "throws"),
);

const QUEUE = [300, 200, 100].map((ms) => returning(ms));

export default grader<Student>("14-run-in-executor", [
  check("story", "runs four tasks of 1000 ms on two workers in 2000 ms, and keeps the loop free", {
    points: 2,
    scenario: (world, { Executor }) => {
      world.heartbeat("heartbeat", 100, 50);
      return submitAll(world, new Executor(hire(world, STORY.workers)), STORY.plans);
    },
    expect: (trace) => [
      keptOffLoop(trace),
      nobodyDisturbed(trace),
      ...settledAlike(trace, STORY),
      loopNeverLate(trace),
    ],
    mistakes,
  }),
  check("start", "starts tasks in the order of submit, each as soon as a worker is idle", {
    points: 1,
    given: fc.record({ plans: listOf(success), workers }),
    runs: 60,
    scenario: (world, { Executor }, { plans, workers }) =>
      submitAll(world, new Executor(hire(world, workers)), plans),
    expect: (trace, load) =>
      about(inWords(load), [...startedInTurn(trace, load), ...settledAlike(trace, load)]),
    mistakes,
  }),
  check("values", "hands back what a task returns, whatever it is", {
    points: 1,
    cases: [
      ...["made", undefined, null, 0, "", false, Number.NaN, ["list"]].map((value) => ({
        plans: [returning(100, 0, value), returning(100)],
        workers: 1,
      })),
      { plans: [7, 7, 7].map((value) => returning(100, 0, value)), workers: 1, same: true },
      { plans: [7, 7, 7].map((value) => returning(100, 0, value)), workers: 2, same: true },
    ] as Load[],
    scenario: (world, { Executor }, { plans, workers, same }) =>
      submitAll(world, new Executor(hire(world, workers)), plans, same),
    expect: (trace, load) => {
      const findings = settledAlike(trace, load);
      return load.same ? about("With the very same task submitted three times", findings) : findings;
    },
    mistakes: {
      "twins-merged": (trace) =>
        loadOf(trace).same === true && callsOf(trace, "work").length < loadOf(trace).plans.length,
      "runs-on-loop": onLoop,
      unbounded: mistakes.unbounded!,
      "falsy-is-nothing": (trace) => {
        const { state, settled } = outcomeOf(trace, "Task 1");
        return isFalsy(madeBy(trace, "work 1")) && (state === "pending" || settled?.at === 100);
      },
    },
  }),
  check("failure", "rejects a failing task's promise alone, and its worker goes on", {
    points: 2,
    given: fc.record({ plans: someFail, workers }),
    runs: 80,
    scenario: (world, { Executor }, { plans, workers }) =>
      submitAll(world, new Executor(hire(world, workers)), plans),
    expect: (trace, load) =>
      about(inWords(load), [...settledAlike(trace, load), ...startedInTurn(trace, load)]),
    mistakes: failureMistakes,
  }),
  check("refusal", "after a shutdown refuses tasks with an ExecutorShutdownError", {
    points: 1,
    scenario: async (world, { Executor }) => {
      const executor = new Executor(hire(world, 2));
      const [task, refused] = [
        tasksOf(world, [returning(1000)]),
        tasksOf(world, [returning(10)], "refused work"),
      ];
      const late = (when: string) => world.watch(`submit(…) ${when}`, () => executor.submit(refused[0]!));
      const running = world.watch("Task 1", () => executor.submit(task[0]!));
      world.watch("shutdown()", () => executor.shutdown());
      await late("right after it");
      await world.wait(500);
      await late("while a task runs");
      await running;
      await world.wait(500);
      await late("when all is over");
    },
    expect: (trace) => [
      refused(trace, "submit(…) right after it", 0),
      refused(trace, "submit(…) while a task runs", 500),
      refused(trace, "submit(…) when all is over", 1500),
      called(trace, "refused work", { times: 0, otherwise: "accepts-after-shutdown" }),
      fulfilled(trace, { label: "Task 1", at: 1000, value: madeBy(trace, "work 1") }),
    ],
  }),
  check("shutdown", "ends a shutdown when the last task has ended, queued ones included", {
    points: 1,
    cases: [
      // All is done for a while, and then there is work again.
      { plans: [returning(100), returning(400, 300), returning(200)], workers: 1, at: 350 },
      // The last to end is not the last that was submitted. Uneven times: who looks now and then comes late.
      { plans: [returning(1003), returning(307)], workers: 2, at: 0 },
      ...[
        { plans: [returning(1000)], workers: 1 },
        { plans: [returning(1000), returning(700), returning(500), returning(300)], workers: 2 },
        { plans: [returning(1000), throwing(700), throwing(500), returning(300)], workers: 2 },
        { plans: [returning(300), throwing(400)], workers: 1 },
        { plans: [throwing(200), throwing(300), returning(100)], workers: 1 },
      ].flatMap((load) => [0, 150].map((at) => ({ ...load, at }))),
    ],
    scenario: async (world, { Executor }, { plans, workers, at }) => {
      const executor = new Executor(hire(world, workers));
      const all = submitAll(world, executor, plans);
      if (at > 0) await world.wait(at);
      await Promise.all([all, world.watch("shutdown()", () => executor.shutdown())]);
    },
    expect: (trace, load) => [
      called(trace, "work", { times: load.plans.length, otherwise: droppedTask(trace, load.plans) }),
      ...settledAlike(trace, load),
      shutDown(trace, lastEnd(load)),
    ],
    mistakes: failureMistakes,
  }),
  check("shutdown-again", "answers every shutdown, at once if nothing runs", {
    points: 1,
    cases: [
      { plans: [], first: 0, second: 0 },
      { plans: [], first: 300, second: 400 },
      { plans: [returning(1000), returning(300)], first: 100, second: 100 },
      { plans: [returning(1000), throwing(300)], first: 100, second: 1100 },
      { plans: [throwing(200), returning(300)], first: 700, second: 900 },
      { plans: [returning(500)], first: 100, second: 900 },
    ],
    scenario: async (world, { Executor }, { plans, first, second }) => {
      const executor = new Executor(hire(world, 1));
      const all = submitAll(world, executor, plans);
      const shutdown = async (label: string, at: number) => {
        if (at > 0) await world.wait(at);
        await world.watch(label, () => executor.shutdown());
      };
      await Promise.all([
        all,
        shutdown("The first shutdown()", first),
        shutdown("The second shutdown()", second),
      ]);
    },
    expect: (trace, { plans, first, second }) => {
      const end = plans.reduce((sum, { takes }) => sum + takes, 0);
      const dropped = droppedTask(trace, plans);
      return [
        shutDown(trace, Math.max(first, end), "The first shutdown()"),
        shutDown(trace, Math.max(second, end), "The second shutdown()"),
      ].map((finding) => finding && { ...finding, ...(dropped && { misconception: dropped }) });
    },
    mistakes: { unbounded: mistakes.unbounded! },
  }),
  check("apart", "keeps executors apart", {
    points: 1,
    scenario: async (world, { Executor }) => {
      const hired = (name: string) => new Executor(hire(world, 1, `${name} worker`));
      const submit = (executor: Executor, name: string) =>
        tasksOf(world, QUEUE, `${name} work`).forEach((task, index) => {
          world.watch(taskLabel(index + 1, `${name} task`), () => executor.submit(task));
        });
      const lone = hired("lone");
      submit(lone, "lone");
      await world.watch("shutdown() of one alone", () => lone.shutdown());
      const first = hired("first");
      submit(first, "first");
      await world.wait(1000);
      const [second, third] = [hired("second"), hired("third")];
      submit(second, "second");
      submit(third, "third");
      world.watch("shutdown()", () => second.shutdown());
      const [late] = tasksOf(world, [returning(100)], "late work");
      await world.watch("A task for the third", () => third.submit(late!));
      await world.watch("A task for the first", () => first.submit(late!));
    },
    expect: (trace) => [
      ...alone(trace),
      ...inTurn(trace, "first", 600),
      ...inTurn(trace, "second", 1600),
      ...inTurn(trace, "third", 1600),
      shutDown(trace, 2200),
      fulfilled(trace, { label: "A task for the third", at: 2300 }),
      fulfilled(trace, { label: "A task for the first", at: 2400 }),
    ],
    mistakes: { "shared-state": (trace) => alone(trace).every((finding) => finding === undefined) },
  }),
]);

const inTurn = (trace: Trace, name: string, from: number): Finding[] =>
  [300, 500, 600].map((end, index) =>
    fulfilled(trace, {
      label: taskLabel(index + 1, `${name} task`),
      at: from + end,
      value: madeBy(trace, `${name} work ${index + 1}`),
    }),
  );

/** What an executor does that has no other beside it. */
function alone(trace: Trace): Finding[] {
  return [...inTurn(trace, "lone", 0), shutDown(trace, 600, "shutdown() of one alone")];
}

/** The misconception if fewer tasks ran than were submitted, and no failure, crowd or loss of order explains it. */
function droppedTask(trace: Trace, plans: Plan[]): string | undefined {
  const explained = onLoop(trace) || busyCall(trace) !== undefined || failedCalls(trace).length > 0;
  return !explained && callsOf(trace, "work").length < plans.length ? "shutdown-drops-queue" : undefined;
}
