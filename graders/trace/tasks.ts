// The calls of async functions in a run that was watched closely.
import type { Moment, Step, Trace } from "./trace.ts";

/** One call of an async function of the program's. */
export interface Task {
  id: number;
  /** The function's; empty if it has none. */
  name: string;
  start: Moment;
  /** The task that called it, if it was one. */
  by?: number;
  /** Absent if its promise did not settle. */
  end?: Moment;
  how?: "fulfilled" | "rejected";
  /** Where it waits when the run is over. */
  waits?: Moment;
}

/** All tasks, in the order of their calls, but for the file itself, which runs like one. None where nothing was watched. */
export function tasksOf({ steps = [] }: Trace): Task[] {
  const tasks = new Map<number, Task>();
  for (const step of steps) {
    const { at, seq, where } = step;
    const moment: Moment = { at, seq, ...(where && { where }) };
    if (step.kind === "call" && !isFile(step)) tasks.set(step.task, taskOf(step, moment));
    const task = "task" in step ? tasks.get(step.task) : undefined;
    if (!task) continue;
    if (step.kind === "await") task.waits = moment;
    else delete task.waits;
    if (step.kind === "settle") Object.assign(task, { end: moment, how: step.how });
  }
  return [...tasks.values()];
}

/** Whether that is the file itself: its top level, which runs as an async function, or what it exports as its main function. */
export function isFile(step: Step): boolean {
  return step.kind === "call" && (!step.where || step.main === true);
}

function taskOf({ task: id, name, by }: Extract<Step, { kind: "call" }>, start: Moment): Task {
  return { id, name, start, ...(by !== undefined && { by }) };
}
