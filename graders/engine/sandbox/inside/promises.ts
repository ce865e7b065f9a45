// Watches a run closely: what V8 tells of promises, as steps of the event loop. The program cannot see that it is watched.
import { inspect } from "node:util";
import { promiseHooks } from "node:v8";
import type { Position } from "../../../trace/plain.ts";
import type { Step } from "../../../trace/trace.ts";
import type { Recorder } from "../../../world/stage/recorder.ts";
import { callSites } from "./lockdown.ts";

const PROGRAM = "exercise:///";

/** The program's own functions that run now. */
interface Stack {
  /** Whether the innermost function of all is the program's, and no function of the language's that it called. */
  own: boolean;
  depth: number;
  /** The innermost of the program's. */
  name: string;
  where: Position | undefined;
}

function stackNow(): Stack {
  // Who awaits is on V8's stack as well, and does not run. This and who asked are ours.
  const sites = callSites().slice(2);
  const end = sites.findIndex((site) => site.isAsync());
  const running = end < 0 ? sites : sites.slice(0, end);
  const own = running.filter(isProgram);
  const [top] = own;
  return {
    own: top !== undefined && running[0] === top,
    depth: own.length,
    // Of one without a name V8 says where its code came from.
    name: (top?.getFunctionName() ?? "").replace(/^eval$/, ""),
    where: top && placeOf(top),
  };
}

function isProgram(site: NodeJS.CallSite): boolean {
  return site.getScriptNameOrSourceURL()?.startsWith(PROGRAM) ?? false;
}

function placeOf(site: NodeJS.CallSite): Position | undefined {
  const [line, column] = [site.getLineNumber(), site.getColumnNumber()];
  return line === null || column === null ? undefined : { line, column };
}

/** Where in the program it is now; undefined where no code of the program's runs. */
export function placeNow(): Position | undefined {
  return stackNow().where;
}

interface Task {
  id: number;
  /** How many of the program's functions there were when it began to run. */
  depth: number;
}

/**
 * Writes what async functions do into the trace, until what it returns is called. A promise that is made while the innermost
 * function is the program's own is that async function's; or, if it has a parent, an `await`'s.
 */
export function watchPromises(recorder: Recorder): () => void {
  const tasks = new WeakMap<Promise<unknown>, Task>();
  /** What V8 makes for each `await`, and whose that is. */
  const awaits = new WeakMap<Promise<unknown>, Task>();
  const settled: { step: Extract<Step, { kind: "settle" }>; promise: Promise<unknown> }[] = [];
  let running: Task[] = [];
  let reaction: Step | undefined;
  let ids = 0;

  /** A task that has returned a promise says nothing of it: it is known by the stack that it no longer is on. */
  const trim = (depth: number) => {
    while (running.length > 0 && running.at(-1)!.depth > depth) running.pop();
  };

  const called = (promise: Promise<unknown>, { name, where, depth }: Stack) => {
    trim(depth - 1);
    const by = running.at(-1);
    const task = { id: ++ids, depth };
    tasks.set(promise, task);
    running.push(task);
    const main = recorder.entering && { main: true as const };
    recorder.entering = false;
    recorder.step({ kind: "call", task: task.id, name, ...(by && { by: by.id }), ...main }, where);
  };

  const stop = promiseHooks.createHook({
    init(promise, parent) {
      if (recorder.tooManySteps) return;
      const stack = stackNow();
      if (!stack.own) return;
      if (parent === undefined) return called(promise, stack);
      trim(stack.depth);
      const task = running.at(-1);
      if (!task || task.depth !== stack.depth) return;
      // What is awaited and no promise is made one first, whose parent is the task's own: the wait for it follows.
      if (tasks.get(parent) === task) return;
      awaits.set(promise, task);
      running.pop();
      recorder.step({ kind: "await", task: task.id }, stack.where);
    },
    before(promise) {
      if (recorder.tooManySteps) return;
      const task = awaits.get(promise);
      running = task ? [task] : [];
      if (task) task.depth = 1;
      if (task) recorder.step({ kind: "resume", task: task.id });
      else reaction = recorder.step({ kind: "react" });
    },
    after() {
      running = [];
      // Most are the language's own doing, and nothing of the program's runs in them.
      if (reaction) recorder.dropIfLast(reaction);
      reaction = undefined;
    },
    settled(promise) {
      if (recorder.tooManySteps) return;
      const task = tasks.get(promise);
      if (!task) return;
      const step = recorder.step({ kind: "settle", task: task.id, how: "fulfilled" }, stackNow().where);
      settled.push({ step: step as (typeof settled)[number]["step"], promise });
    },
  }) as unknown as () => void;

  return () => {
    stop();
    // V8 tells of it before the promise has its state.
    for (const { step, promise } of settled) if (isRejected(promise)) step.how = "rejected";
  };
}

/**
 * Nothing else tells a promise's state. It may ask a class of the program's own whether the value is of it: the run is over by
 * then, and nothing is graded by what is watched.
 */
const PLAINLY = { depth: 0, showProxy: true, customInspect: false, maxStringLength: 0, maxArrayLength: 0 };

function isRejected(promise: Promise<unknown>): boolean {
  try {
    return /^Promise \{\s*<rejected>/.test(inspect(promise, PLAINLY));
  } catch {
    return false;
  }
}
