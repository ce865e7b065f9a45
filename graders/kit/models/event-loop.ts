// Programs for a loop of microtasks and timers, and how they go: by the right rules or by others (event-loop-mistakes.ts).
// Serves 21, which builds this loop, and 19 (event-loop-tasks.ts), where a step of a task is a microtask, and the I/O of all
// that wait is timers that are due at once.
import type { Plain } from "../../trace/plain.ts";

/** A function that is given to the loop; the same name, the same function. */
export interface Callback {
  name: string;
  /** What it does when it runs, in this order. */
  steps: Step[];
  /** It stands at the end of a chain: that many microtasks, each of which queues the next. Only the last can be seen. */
  chain?: number;
}
export type Step =
  | { queue: Callback }
  /** In so many virtual ms. */
  | { set: Callback; ms: number }
  /** Clears the timer that was last set under this name, if there is one. */
  | { clear: string }
  /** Throws this; MADE (jobs.ts) is an Error. What stands behind it is not done. */
  | { fail: unknown };
/** What is done from outside, before each `run()`. */
export type Program = Step[][];

export const micro = (name: string, ...steps: Step[]): Step => ({ queue: { name, steps } });
export const timer = (ms: number, name: string, ...steps: Step[]): Step => ({ set: { name, steps }, ms });
export const clear = (name: string): Step => ({ clear: name });
export const fail = (value: unknown): Step => ({ fail: value });

/** What can be seen of it, in order: which callback ran, and how each `run()` ended; and what `now` was then. */
export type Line = { now: Plain } & ({ ran: string } | { ended: "returned" | "threw" });

export interface Timer extends Callback {
  ms: number;
  due: number;
  /** How many were set before it. */
  made: number;
  /** It has been cleared, and its turn comes all the same, though nothing runs in it. */
  silent?: boolean;
}
/** A loop's state, and what the steps of a callback change in it. */
export class LoopState {
  now = 0;
  readonly microtasks: Callback[] = [];
  readonly timers: Timer[] = [];
  readonly latest = new Map<string, Timer>();
  private made = 0;
  private readonly rules: Pick<Rules, "due" | "clear">;

  constructor(rules: Pick<Rules, "due" | "clear"> = RIGHT) {
    this.rules = rules;
  }

  /** Does these steps; whether the last of them threw. */
  act(steps: readonly Step[]): boolean {
    for (const step of steps) {
      if ("fail" in step) return true;
      if ("queue" in step) this.microtasks.push(step.queue);
      else if ("clear" in step) this.rules.clear(this.timers, this.latest.get(step.clear));
      else {
        const due = this.rules.due(this.now, step.ms);
        const timer = { ...step.set, ms: step.ms, due, made: this.made++ };
        this.timers.push(timer);
        this.latest.set(timer.name, timer);
      }
    }
    return false;
  }
}

export interface Rules {
  /** How many microtasks may run before the next timer, if there is one. */
  before(waiting: number, timers: readonly Timer[], last: Timer | undefined): number;
  /** Which of those that wait is next. */
  next(waiting: readonly Callback[]): number;
  /** When a timer is due. */
  due(now: number, ms: number): number;
  /** Which of two timers runs first: below 0 if it is the first of them. */
  order(a: Timer, b: Timer): number;
  /** What `now` is when a `run()` begins. */
  begin(now: number): number;
  /** What `now` is when a timer runs. */
  clock(now: number, timer: Timer): number;
  clear(timers: Timer[], timer: Timer | undefined): void;
  /** What becomes of a throw, and of what waits: `run` ends there, goes on, or goes on and throws at its end. */
  thrown(state: LoopState, thrower: Callback | Timer): "leaves" | "is swallowed" | "leaves at the end";
}
export const RIGHT: Rules = {
  before: () => Number.POSITIVE_INFINITY,
  next: () => 0,
  due: (now, ms) => now + Math.max(0, ms),
  order: (a, b) => a.due - b.due || a.made - b.made,
  begin: (now) => now,
  clock: (_, { due }) => due,
  clear: (timers, timer) => {
    const at = timer ? timers.indexOf(timer) : -1;
    if (at >= 0) timers.splice(at, 1);
  },
  thrown: () => "leaves",
};

/** What can be seen of a program by these rules, the right ones where none is given. */
export function played(program: Program, changed: Partial<Rules> = {}): Line[] {
  const rules = { ...RIGHT, ...changed };
  const state = new LoopState(rules);
  const { microtasks, timers } = state;
  const lines: Line[] = [];
  const run = (): "returned" | "threw" => {
    let [last, ended]: [Timer | undefined, "returned" | "threw"] = [undefined, "returned"];
    /** Whether the run is over by it. */
    const leaves = (callback: Callback | Timer): boolean => {
      if (!("silent" in callback)) lines.push({ ran: callback.name, now: state.now });
      if (!state.act(callback.steps)) return false;
      const how = rules.thrown(state, callback);
      if (how !== "is swallowed") ended = "threw";
      return how === "leaves";
    };
    for (;;) {
      let left = rules.before(microtasks.length, timers, last);
      for (; microtasks.length > 0 && left > 0; left--) {
        const [callback] = microtasks.splice(rules.next(microtasks), 1);
        const { chain = 1 } = callback!;
        if (chain > 1) microtasks.push({ ...callback!, chain: chain - 1 });
        else if (leaves(callback!)) return ended;
      }
      const [timer] = timers.toSorted(rules.order);
      if (!timer && microtasks.length > 0) continue;
      if (!timer) return ended;
      timers.splice(timers.indexOf(timer), 1);
      state.now = rules.clock(state.now, timer);
      last = timer;
      if (leaves(timer)) return ended;
    }
  };
  for (const steps of program) {
    state.act(steps);
    state.now = rules.begin(state.now);
    const ended = run();
    lines.push({ ended, now: state.now });
  }
  return lines;
}

/** All callbacks of these steps, and of their own, by name. */
export function callbacksIn(
  steps: readonly Step[],
  found = new Map<string, Callback>(),
): Map<string, Callback> {
  for (const step of steps) {
    const callback = "queue" in step ? step.queue : "set" in step ? step.set : undefined;
    if (!callback) continue;
    found.set(callback.name, callback);
    callbacksIn(callback.steps, found);
  }
  return found;
}
