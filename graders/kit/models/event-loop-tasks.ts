// Tasks that wait for I/O, as programs of event-loop.ts: a task's step is a microtask, and the I/O of all that wait is a row of
// timers. Serves 19; what is right and wrong there is told by event-loop*.ts, as in 21.
import fc from "fast-check";
import { notesOf, type Trace } from "../../trace/trace.ts";
import type { Job } from "../jobs.ts";
import {
  type Callback,
  type Line,
  type Program,
  played,
  type Rules,
  type Step,
  type Timer,
} from "./event-loop.ts";
import { linesOf } from "./event-loop-done.ts";

/** A task, by what it does in this order; it returns nothing if not told otherwise. */
export interface Task {
  name: string;
  acts: Act[];
  end?: Job;
}
export type Act =
  /** For an awaitable of this name; `shared`: it is the same for all who wait for that name. */
  { waits: string; shared?: boolean } | { creates: Task };
export const task = (name: string, ...acts: (string | Task)[]): Task => ({
  name,
  acts: acts.map((act) => (typeof act === "string" ? { waits: act } : { creates: act })),
});

/** What is noted where the loop finishes I/O. */
export const LOG = "log";
export const finished = (name: string) => `I/O finished for ${name}`;
/** What a step of a task is called, from 1. */
export const stepName = (name: string, step: number) => (step > 1 ? `${name} (${step})` : name);
/** Virtual ms of the model from one row of I/O to the next. */
const ROW = 100;

/** The tasks that are created before each `run()`, as a program. No two awaitables may have one name. */
export const programOf = (runs: readonly Task[][]): Program =>
  runs.map((tasks) => tasks.map((each) => ({ queue: stepOf(each, 1, each.acts) })));

function stepOf(own: Task, step: number, acts: readonly Act[]): Callback {
  const steps: Step[] = [];
  for (const [index, act] of acts.entries()) {
    if ("creates" in act) steps.push({ queue: stepOf(act.creates, 1, act.creates.acts) });
    else {
      const next = stepOf(own, step + 1, acts.slice(index + 1));
      steps.push({ set: { name: finished(act.waits), steps: [{ queue: next }] }, ms: ROW });
      break;
    }
  }
  return { name: stepName(own.name, step), steps };
}

/** All tasks, each before those that it creates. */
export const tasksIn = (tasks: readonly Task[]): Task[] =>
  tasks.flatMap((each) => [
    each,
    ...each.acts.flatMap((act) => ("creates" in act ? tasksIn([act.creates]) : [])),
  ]);

/** The trace as one of a loop's: the I/O that the loop has logged are its timers. */
export function asLoop(trace: Trace): Trace {
  const lines = notesOf(trace, LOG).filter(({ value }) => String(value).startsWith(finished("")));
  const io = lines.map(({ value, at, seq }) => ({
    id: String(value),
    service: String(value),
    index: 1,
    args: [],
    start: { at, seq },
    on: "loop" as const,
  }));
  return { ...trace, calls: [...trace.calls, ...io] };
}

const all = Number.POSITIVE_INFINITY;
const inRow = (timers: readonly Timer[], last: Timer | undefined) =>
  timers.some(({ due }) => due === last?.due);
/** All I/O of a row comes before any task goes on. */
export const RIGHT: Partial<Rules> = { before: (_, timers, last) => (inRow(timers, last) ? 0 : all) };

const continues = ({ name }: Callback) => name.endsWith(")");
/** Who has gone on already is next, if there is one. */
const onward = { next: (waiting: readonly Callback[]) => Math.max(0, waiting.findIndex(continues)) };
/** Misconception id -> rules in the place of right ones. */
export const WRONG: Record<string, Partial<Rules>[]> = {
  "depth-first": [{ before: (_, timers) => (timers.length > 0 ? 0 : 1), ...onward }],
  "last-in-first-out": [
    { ...RIGHT, next: ({ length }) => length - 1 },
    { ...RIGHT, order: (a, b) => a.due - b.due || b.made - a.made },
  ],
  "io-before-ready": [{ before: (_, timers) => (timers.length > 0 ? 0 : 1) }],
  "new-tasks-after-io": [{ before: (waiting, timers, last) => (inRow(timers, last) ? 0 : waiting) }],
  "io-interleaved": [{ before: (_, timers, last) => (inRow(timers, last) ? 1 : all), ...onward }],
  "one-io-at-a-time": [{}],
};
const IDS = Object.keys(WRONG);

const order = (lines: readonly Line[]) => lines.map((line) => ("ran" in line ? line.ran : line.ended)).join();
/** The order by these rules. */
const by = (program: Program, rules: Partial<Rules>) => order(played(program, rules));

/** The wrong rules that explain the order of all that was seen, where the right ones do not. */
export function misread(trace: Trace, runs: readonly Task[][]): string | undefined {
  const [program, seen] = [programOf(runs), order(linesOf(trace))];
  if (seen === by(program, RIGHT)) return undefined;
  return IDS.find((id) => WRONG[id]!.some((rules) => by(program, rules) === seen));
}

/** Whether each wrong rule shows in the order of such tasks, and none looks like another. */
export function tells(runs: readonly Task[][]): boolean {
  const program = programOf(runs);
  const seen = [by(program, RIGHT), ...IDS.flatMap((id) => WRONG[id]!.map((rules) => by(program, rules)))];
  return new Set(seen).size === seen.length;
}

/** Generated tasks of one run, three to five, in whose order each wrong rule shows. Some create others; each waits now and then. */
export function telling(): fc.Arbitrary<Task[][]> {
  const one = fc.record({ by: fc.nat(), waits: fc.integer({ min: 1, max: 2 }), at: fc.nat() });
  return fc
    .array(one, { minLength: 3, maxLength: 5, size: "max" })
    .map((list) => [familyOf(list)])
    .filter(tells);
}

/** Each is created by nobody or by one before it, between two of its waits: so say `by` and `at`. Their names are A, B, C. */
function familyOf(list: readonly { by: number; waits: number; at: number }[]): Task[] {
  const outer: Task[] = [];
  const known: Task[] = [];
  for (const [index, { by, waits, at }] of list.entries()) {
    const name = String.fromCharCode(65 + index);
    const own = task(name, ...Array.from({ length: waits }, (_, wait) => `${name.toLowerCase()}${wait + 1}`));
    const creator = known[(by % (known.length + 1)) - 1];
    if (creator) creator.acts.splice(at % (creator.acts.length + 1), 0, { creates: own });
    else outer.push(own);
    known.push(own);
  }
  return outer;
}

/** `A, which waits for a1, creates B; …`: what the tasks do. */
export function inWords(runs: readonly Task[][]): string {
  const act = (each: Act) => ("waits" in each ? `waits for ${each.waits}` : `creates ${each.creates.name}`);
  const end = ({ end }: Task) => (end ? [end.ends === "returns" ? "returns a value" : "throws"] : []);
  const does = (own: Task) =>
    `${own.name} ${[...own.acts.map(act), ...end(own)].join(", ") || "does nothing"}`;
  const outer = runs.flatMap((tasks) => [...tasks.map(({ name }) => name), "run()"]).join(", ");
  return `${outer}, where ${tasksIn(runs.flat()).map(does).join("; ")}`;
}
