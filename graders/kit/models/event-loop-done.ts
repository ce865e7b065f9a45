// Programs of event-loop.ts done on a loop, the platform's or somebody's own: what is seen of it, and the same in words.
// Serves whom event-loop.ts serves.
import { show, toPlain } from "../../trace/plain.ts";
import { type Moment, notesOf, outcomeOf, type Trace } from "../../trace/trace.ts";
import type { World } from "../../world/world.ts";
import { MADE } from "../jobs.ts";
import { type Callback, callbacksIn, type Line, type Program, type Step } from "./event-loop.ts";

/** A loop that programs can be done on: the platform's, or one that somebody built. */
export interface RealLoop {
  setTimeout(fn: () => void, ms: number): unknown;
  clearTimeout(id: any): void;
  queueMicrotask(fn: () => void): void;
}
/** An id that no loop has given to anybody. */
const UNKNOWN = 987_654_321;

/**
 * What does steps on a loop. `ran` is told the name of each callback when it runs; `error` makes what a step throws.
 */
export function doing(loop: RealLoop, ran: (name: string) => void, error: (value: unknown) => unknown) {
  const functions = new Map<string, () => void>();
  const ids = new Map<string, unknown>();
  const functionOf = ({ name, steps, chain = 1 }: Callback): (() => void) => {
    const own = () => {
      ran(name);
      act(steps);
    };
    const link = (left: number) => (left > 1 ? () => loop.queueMicrotask(link(left - 1)) : own);
    const known = functions.get(name) ?? link(chain);
    functions.set(name, known);
    return known;
  };
  const act = (steps: readonly Step[]): void => {
    for (const step of steps) {
      if ("fail" in step) throw error(step.fail);
      if ("queue" in step) loop.queueMicrotask(functionOf(step.queue));
      else if ("clear" in step) loop.clearTimeout(ids.get(step.clear) ?? UNKNOWN);
      else ids.set(step.set.name, loop.setTimeout(functionOf(step.set), step.ms));
    }
  };
  return act;
}

const runLabel = (number: number) => `run() ${number}`;

/**
 * Does a program on somebody's loop. Each callback is a call of the service of its name, with `now`; each `run()` is
 * watched. Between the two the world waits `gap` virtual ms: what is not the loop's own runs there.
 */
export async function following(
  world: World,
  loop: RealLoop & { readonly now: number; run(): void },
  program: Program,
  gap = 100,
): Promise<void> {
  const ran = (name: string) => void world.blocking(name, { costs: 0 })(loop.now);
  const error = (value: unknown) => (value === MADE ? world.error("thrown") : world.made("thrown", value));
  const act = doing(loop, ran, error);
  world.note("now", loop.now);
  for (const [index, steps] of program.entries()) {
    act(steps);
    await world.wait(gap);
    void world.watch(runLabel(index + 1), () => loop.run());
    world.note("now", loop.now);
    await world.wait(gap);
  }
}

/** A line, and the `run()` in which it was, if it was in one. */
type Seen = Line & { during: boolean };

/** What was seen of a program that `following` did. */
export function linesOf(trace: Trace): Seen[] {
  const [, ...after] = notesOf(trace, "now");
  const runs = after.map(({ seq, value }, index) => {
    const { state, start } = outcomeOf(trace, runLabel(index + 1));
    const ended = state === "threw" ? ("threw" as const) : ("returned" as const);
    return { from: start.seq, seq, line: { ended, now: value, during: true } };
  });
  const ran = trace.calls.map(({ service, start: { seq }, args: [now = null] }) => {
    const during = runs.some((run) => run.from < seq && seq < run.seq);
    return { seq, line: { ran: service, now, during } };
  });
  const inOrder = (a: Pick<Moment, "seq">, b: Pick<Moment, "seq">) => a.seq - b.seq;
  return [...runs, ...ran].sort(inOrder).map(({ line }) => line);
}

/** A program as a student would write it: `setTimeout(A, 100), run(), where A does queueMicrotask(B)`. */
export function inWords(program: Program): string {
  const chained = ({ name, chain = 1 }: Callback) =>
    chain > 1 ? `the first of ${chain} in a chain, the last of which is ${name}` : name;
  const one = (step: Step): string => {
    if ("queue" in step) return `queueMicrotask(${chained(step.queue)})`;
    if ("set" in step) return `setTimeout(${step.set.name}, ${step.ms})`;
    if ("clear" in step) return `clearTimeout(the id of ${step.clear})`;
    return `throw ${step.fail === MADE ? "an Error" : show(toPlain(step.fail))}`;
  };
  const list = (steps: readonly Step[]) => steps.map(one);
  const inner = [...callbacksIn(program.flat()).values()]
    .filter(({ steps }) => steps.length > 0)
    .map(({ name, steps }) => `${name} does ${list(steps).join(", ")}`);
  const outer = program.flatMap((steps) => [...list(steps), "run()"]).join(", ");
  return inner.length > 0 ? `${outer}, where ${inner.join("; ")}` : outer;
}
