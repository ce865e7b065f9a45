// Wrong rules of a loop of microtasks and timers, and which of them explains what was seen. Serves whom event-loop.ts serves.
import fc from "fast-check";
import { equal, fromPlain } from "../../trace/plain.ts";
import type { Trace } from "../../trace/trace.ts";
import type { Mistakes } from "../grader.ts";
import {
  type Callback,
  type Line,
  type LoopState,
  type Program,
  played,
  type Rules,
  type Step,
  type Timer,
} from "./event-loop.ts";
import { linesOf } from "./event-loop-done.ts";
import { symptomOf } from "./event-loop-judged.ts";

const all = Number.POSITIVE_INFINITY;
const byMaking = (a: Timer, b: Timer) => a.made - b.made;
const dueThen = (tie: (a: Timer, b: Timer) => number) => (a: Timer, b: Timer) => a.due - b.due || tie(a, b);
/** Whether it was given to `setTimeout`, and is no microtask. */
const isTimer = (callback: Callback | Timer): callback is Timer => "due" in callback;

/** After a throw all of this is gone; `which` says of what waits whether it is. */
const loses = (...which: ("microtasks" | "timers")[]) => ({
  thrown: (state: LoopState) => {
    for (const name of which) state[name].length = 0;
    return "leaves" as const;
  },
});

/** misconception id -> rules in the place of right ones: several ways to the same mistake. */
export const WRONG = {
  "microtasks-after-timers": [
    { before: (_, timers) => (timers.length > 0 ? 0 : all) },
    /** The first timer comes before anything else, in each run. */
    { before: (_, timers, last) => (last || timers.length === 0 ? all : 0) },
  ],
  "one-microtask-a-turn": [
    { before: (_, timers) => (timers.length > 0 ? 1 : all) },
    /** Only those that wait already, not those that they queue. */
    { before: (waiting, timers) => (timers.length > 0 ? waiting : all) },
  ],
  "microtasks-reversed": [{ next: ({ length }) => length - 1 }],
  "row-per-instant": [
    { before: (_, timers, last) => (timers.some(({ due }) => due === last?.due) ? 0 : all) },
  ],
  "creation-order": [{ order: byMaking }],
  "unstable-order": [{ order: dueThen((a, b) => b.made - a.made) }],
  "delay-is-not-due": [
    { due: (_, ms) => Math.max(0, ms) },
    { due: (_, ms) => Math.max(0, ms), clock: (now, { due }) => Math.max(now, due) },
    { order: (a, b) => a.ms - b.ms || byMaking(a, b) },
    { order: (a, b) => a.ms - b.ms || byMaking(a, b), clock: (now, { due }) => Math.max(now, due) },
  ],
  "clock-not-advanced": [{ clock: (now) => now }, { clock: (now, { ms }) => now + Math.max(0, ms) }],
  "clock-starts-over": [{ begin: () => 0 }],
  "clock-goes-back": [{ due: (now, ms) => now + ms }],
  "ms-made-an-integer": [(ms: number) => ms | 0, Math.trunc, Math.round, Math.ceil].map((whole) => ({
    due: (now, ms) => now + Math.max(0, whole(ms)),
  })),
  "zero-is-one": [{ due: (now, ms) => now + Math.max(1, ms) }],
  "cleared-still-runs": [{ clear: () => {} }],
  "cleared-moves-clock": [{ clear: (_, timer) => void (timer && Object.assign(timer, { silent: true })) }],
  "clears-another": [0, -1].map((place) => ({
    clear: (timers, timer) => {
      const at = timer ? timers.indexOf(timer) : -1;
      if (timers.length > 0) timers.splice(at >= 0 ? at : place, 1);
    },
  })),
  "throw-loses-rest": [loses("microtasks"), loses("timers"), loses("microtasks", "timers")],
  "throw-swallowed": [{ thrown: () => "is swallowed" }],
  "throws-at-the-end": [{ thrown: () => "leaves at the end" }],
  "thrower-runs-again": [
    {
      thrown: ({ microtasks, timers }, thrower) => {
        if (isTimer(thrower)) timers.unshift(thrower);
        else microtasks.unshift(thrower);
        return "leaves";
      },
    },
  ],
} satisfies Record<string, Partial<Rules>[]>;
export type WrongId = keyof typeof WRONG;

const rulesOf = (id: WrongId): readonly Partial<Rules>[] => WRONG[id];
/** The lines without what `now` was, for whom that is no concern. */
const order = (lines: readonly Line[]) => lines.map((line) => ("ran" in line ? line.ran : line.ended)).join();
const same = (a: readonly Line[], b: readonly Line[]) =>
  order(a) === order(b) && a.every(({ now }, index) => equal(now, b[index]!.now));

/** The first of these wrong rules that explains the order of all lines, which the right ones do not, or else `now` in all of them. */
export function misread(
  lines: readonly Line[],
  program: Program,
  ids: readonly WrongId[],
): WrongId | undefined {
  const right = played(program);
  const [alike, inOrder] = [
    (id: WrongId) => rulesOf(id).some((rules) => same(lines, played(program, rules))),
    (id: WrongId) => rulesOf(id).some((rules) => order(lines) === order(played(program, rules))),
  ];
  if (same(lines, right)) return undefined;
  return ids.find(alike) ?? (order(lines) === order(right) ? undefined : ids.find(inOrder));
}

/** A check's `mistakes` by these rules, or else by what went wrong first; the run's input has the program. */
export function mistakes(...ids: WrongId[]): Mistakes {
  const found = (trace: Trace) => {
    const { program } = fromPlain(trace.input!) as { program: Program };
    return misread(linesOf(trace), program, ids) ?? symptomOf(trace, program, ids);
  };
  return Object.fromEntries(ids.map((id) => [id, (trace: Trace) => found(trace) === id]));
}

/** Whether each of these wrong rules shows in the order of such a program, and none looks like another. */
export function tells(program: Program, ids: readonly WrongId[]): boolean {
  const seen = new Map([[order(played(program)), "right"]]);
  return ids.every((id) =>
    rulesOf(id).every((rules) => {
      const own = order(played(program, rules));
      const before = seen.get(own) ?? id;
      seen.set(own, id);
      return before === id;
    }),
  );
}

/**
 * Generated programs of one run, of 6 to 9 callbacks, in whose order each of these wrong rules shows. Timers have one of
 * these delays; some of the callbacks are microtasks unless told otherwise.
 */
export function telling(
  ids: readonly WrongId[],
  { delays, microtasks = true }: { delays: readonly number[]; microtasks?: boolean },
): fc.Arbitrary<Program> {
  const delay = fc.constantFrom(...delays);
  const ms = microtasks ? fc.option(delay, { nil: undefined, freq: 2 }) : delay;
  return fc
    .array(fc.record({ ms, by: fc.nat() }), { minLength: 6, maxLength: 9, size: "max" })
    .map((all) => [treeOf(all)])
    .filter((program) => tells(program, ids));
}

/** Each is a step of one before it, or of nobody's: so says `by`. Their names are A, B, C in the order of the list. */
function treeOf(all: readonly { ms: number | undefined; by: number }[]): Step[] {
  const outer: Step[] = [];
  const lists = [outer];
  for (const [index, { ms, by }] of all.entries()) {
    const callback: Callback = { name: String.fromCharCode(65 + index), steps: [] };
    lists[by % lists.length]!.push(ms === undefined ? { queue: callback } : { set: callback, ms });
    lists.push(callback.steps);
  }
  return outer;
}
