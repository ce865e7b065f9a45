// Tasks of event-loop-tasks.ts done on somebody's loop, and what is seen of each. Serves whom that serves.
import { identical, isUndefined, type Plain, toPlain } from "../../trace/plain.ts";
import { callsOf, madeBy, notesOf, type Trace } from "../../trace/trace.ts";
import type { World } from "../../world/world.ts";
import { makeValues, returning } from "../jobs.ts";
import { finished, LOG, stepName, type Task, tasksIn } from "./event-loop-tasks.ts";

interface RealTask {
  readonly done: boolean;
  readonly result?: unknown;
  readonly error?: unknown;
}
interface RealAwaitable {
  readonly name: string;
  done: boolean;
  result: unknown;
}
/** The two classes of one who has built such a loop. */
export interface Tools {
  EventLoop: new (
    log: (line: string) => void,
  ) => { createTask<R>(coroutine: Generator<any, R, unknown>): { readonly done: boolean }; run(): void };
  Awaitable: new (name: string) => RealAwaitable;
}
/** The tasks that are created before each `run()`. `costs`: virtual ms of CPU of each step; 100 if not given. */
export interface Cast {
  runs: Task[][];
  costs?: number;
}

const [END, AWAITABLE] = ["end", "awaitable"] as const;
const NOTHING = returning(0, undefined);
const taskNote = (name: string) => `task ${name}`;
const resumeNote = (step: string) => `resumed ${step}`;

/**
 * Each step of a task is a call of the service of its name, with what it was resumed with. What the loop logs is noted; each `run()` is watched, 100 ms after its tasks were created and 100 ms before the
 * next ones are.
 */
export async function doing(world: World, tools: Tools, { runs, costs = 100 }: Cast): Promise<void> {
  const [log, logged] = [world.sink(LOG), [] as string[]];
  const loop = new tools.EventLoop((line) => {
    logged.push(line);
    log(line);
  });
  const all = tasksIn(runs.flat());
  const values = makeValues(
    world,
    all.map(({ end = NOTHING }) => end),
    END,
  );
  const shared = new Map<string, RealAwaitable>();
  const made: RealAwaitable[] = [];
  const created: [string, RealTask][] = [];
  const awaitableFor = (name: string, isShared = false) => {
    const own = (isShared && shared.get(name)) || new tools.Awaitable(name);
    if (!made.includes(own)) made.push(own);
    if (isShared) shared.set(name, own);
    else world.note(AWAITABLE, [own.name, own.done, own.result]);
    return own;
  };
  /** The name of one that was logged as finished, with all of its name, and is not, or has no result. */
  const unmarked = () => {
    const count = (list: readonly string[], name: string) => list.filter((each) => each === name).length;
    const names = made.map(({ name }) => finished(name));
    const such = ({ name, done, result }: RealAwaitable) =>
      (done !== true || result === undefined) &&
      count(logged, finished(name)) >= count(names, finished(name));
    return made.find(such)?.name;
  };
  function* coroutine(own: Task): Generator<RealAwaitable, unknown, unknown> {
    let steps = 1;
    world.blocking(own.name, { costs })();
    for (const act of own.acts) {
      if ("creates" in act) create(act.creates);
      else {
        const io = awaitableFor(act.waits, act.shared);
        const given = yield io;
        const step = stepName(own.name, ++steps);
        const done = created.find(([name]) => name === own.name)?.[1].done;
        world.note(resumeNote(step), [given, io.done, io.result, done, unmarked(), given === io]);
        world.blocking(step, { costs })(given);
      }
    }
    const value = values[all.indexOf(own)];
    if (own.end?.ends === "throws") throw value;
    return value;
  }
  const create = (own: Task) => void created.push([own.name, loop.createTask(coroutine(own))]);
  // Pictures show what becomes of tasks where that is what it is about.
  const tell = all.some(({ end }) => end)
    ? (name: string, value: unknown) => world.sink(name)(value)
    : (name: string, value: unknown) => world.note(name, value);
  const look = () => {
    for (const [name, { done, result, error }] of created) tell(taskNote(name), [done, result, error]);
  };
  world.note("now");
  for (const [index, tasks] of runs.entries()) {
    for (const own of tasks) create(own);
    look();
    await world.wait(100);
    void world.watch(`run() ${index + 1}`, () => loop.run());
    world.note("now");
    look();
    await world.wait(100);
  }
}

/** What a task must come to at last: `done`, `result` and `error`. */
export function endOf(trace: Trace, all: readonly Task[], own: Task): [Plain, Plain, Plain] {
  const [value, nothing] = [madeBy(trace, `${END} ${all.indexOf(own) + 1}`), toPlain(undefined)];
  return own.end?.ends === "throws" ? [true, nothing, value] : [true, value, nothing];
}
/** What was seen of the task's `done`, `result` and `error`, each time. */
export const seenOf = (trace: Trace, { name }: Task): { seq: number; ends: Plain[] }[] =>
  notesOf(trace, taskNote(name)).map(({ seq, value }) => ({
    seq,
    ends: (value as { items: Plain[] }).items,
  }));
/** Name, `done` and `result` of each awaitable when it had just been made. */
export const freshIn = (trace: Trace): Plain[][] =>
  notesOf(trace, AWAITABLE).map(({ value }) => (value as { items: Plain[] }).items);

export interface Resumed {
  waits: string;
  /** What it was resumed with, and `done` and `result` of what it had waited for; undefined if it never went on. */
  got: Plain[] | undefined;
  /** Whether the task itself said that it was done by then. */
  done: boolean;
  /** An awaitable whose I/O had been logged as finished, and which was not marked so by then. */
  unmarked: Plain | undefined;
  /** Whether it was resumed with what it had waited for itself. */
  withItself: boolean;
}
/** What the task waited for, and how it went on. */
export function resumesOf(trace: Trace, { name, acts }: Task): Resumed[] {
  const waits = acts.flatMap((act) => ("waits" in act ? [act.waits] : []));
  return waits.map((each, index) => {
    const [note] = notesOf(trace, resumeNote(stepName(name, index + 2)));
    const items = (note?.value as { items: Plain[] } | undefined)?.items;
    const [, , , done, unmarked, withItself] = items ?? [];
    return {
      waits: each,
      got: items?.slice(0, 3),
      done: done === true,
      unmarked: unmarked === undefined || isUndefined(unmarked) ? undefined : unmarked,
      withItself: withItself === true,
    };
  });
}
/** Whether it has had all its turns. */
export function ended(trace: Trace, own: Task): boolean {
  return callsOf(trace, own.name).length > 0 && resumesOf(trace, own).every(({ got }) => got);
}

/** Whether the lists hold the very same. */
export const same = (a: readonly Plain[], b: readonly Plain[]): boolean =>
  a.length === b.length && a.every((each, index) => identical(each, b[index]!));
