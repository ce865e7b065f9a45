// The trace: all that happened in one run of one check, as plain data. Times are virtual ms since the run's start.
import type { Plain, Position } from "./plain.ts";

/** `seq` numbers everything that is written down in the order in which it happened, also within one instant. */
export interface Moment {
  at: number;
  seq: number;
  /** Where the program was; only in a run that was watched closely. */
  where?: Position;
}

/** One call of a service. While `end` is missing the call has not ended within the run. */
export interface Call {
  /** `fetchApi#2`: the service's name and the call's number, from 1 in order of start. */
  id: string;
  service: string;
  index: number;
  args: Plain[];
  start: Moment;
  end?: Moment;
  /** How it ended, and with what. `threw`: it threw at once instead of returning a promise. */
  how?: "fulfilled" | "rejected" | "threw";
  value?: Plain;
  /** The signal among its arguments: absent if there is none. */
  signal?: { ref?: string; aborted?: Moment };
  /** Whose time it takes: it waits (`async`), it blocks the event loop (`loop`), or runs on a thread (`thread`). */
  on: "async" | "loop" | "thread";
  /** The thread that it ran on, from 1. */
  thread?: number;
  /** The id of the call whose job it was a part of: that of the worker, or of the thread. */
  within?: string;
  /** Which of several services of this name was called, from 1. */
  number?: number;
}

/** What came of something that the scenario watches. `returned`: it was no promise. `threw`: it threw at once. */
export interface Outcome {
  label: string;
  start: Moment;
  state: "pending" | "fulfilled" | "rejected" | "threw" | "returned";
  settled?: Moment;
  value?: Plain;
}

export interface Note extends Moment {
  name: string;
  value: Plain;
  /** It was handed over by the program, or to a loop over what the program gives: pictures show it. */
  given?: true;
}

export interface ConsoleLine extends Moment {
  level: string;
  text: string;
}

/** An error that nobody handled: a rejection without a handler, or a throw out of a callback. */
export interface Stray extends Moment, Watched {
  reason: Plain;
}

/** What a thing was made in the course of: the label of the outcome that was watched. Absent: `main`, or unknown. */
export interface Watched {
  watched?: string;
}

export interface LeftTimer extends Watched {
  kind: "timeout" | "interval" | "immediate" | "AbortSignal.timeout";
  ms: number;
  madeAt: number;
  dueAt: number;
  /** When it fired, the first 100 times. Absent: never, or it is not known. */
  fired?: number[];
  /** When it was cleared before it could fire (again). */
  cleared?: number;
  /** Where the program made it; only in a run that was watched closely. */
  where?: Position;
}

/** What was still there at the end of the instant in which the last watched outcome settled. */
export interface Left {
  timers: LeftTimer[];
  /** Abort listeners, by the world's name of the signal. Signals without any are not listed. */
  listeners: Record<string, number>;
}

/** Who blocks the loop that waits for a time by reading the clock. */
export const CLOCK_LOOP = "a loop that reads the clock";

/** The event loop could run nothing from `from` to `to`. `turn`: in which of its turns, that of each timer being one. */
export interface Blocked {
  from: number;
  to: number;
  by: string;
  turn?: number;
}

/** One beat of a heartbeat: `due`, and when it really came (`at`). */
export interface Beat extends Moment {
  name: string;
  due: number;
}

/** A word that the submission's code uses, and the first place of it: the text of that line, and where in the source it is. */
export interface Use {
  word: string;
  line: string;
  where: Position;
}

/**
 * How the run ended. `quiet`: everything settled, and nothing is left to happen. `never-settles`: something watched
 * is pending and no timer is left that could still settle it. `virtual-time-limit`, `step-limit`: the budget is used up.
 */
export type RunEnd =
  | "quiet"
  | "never-settles"
  | "virtual-time-limit"
  | "step-limit"
  | "output-limit"
  | "crashed";

/**
 * What the event loop did next, in a run that was watched closely. `turn`: it began a turn with a timer of `owner`'s. `call`:
 * an async function was called, and is task `task` from now on; `main`: as the program's own main function. `await`: that waits. `resume`: a microtask, in which it goes
 * on. `react`: a microtask, in which a callback of `then`, or of the like, runs. `settle`: the task's promise settled. `set`,
 * `clear`: one of the program's timers, counted from 0 in `timersMade`.
 */
export type Step = Moment &
  (
    | { kind: "turn"; owner: "student" | "world" | "scenario" | "record" | "daemon"; timer?: number }
    | { kind: "call"; task: number; name: string; by?: number; main?: true }
    | { kind: "await" | "resume"; task: number }
    | { kind: "react" }
    | { kind: "set" | "clear"; timer: number }
    | { kind: "settle"; task: number; how: "fulfilled" | "rejected" }
  );

/** A moment at which the run could go on in several ways. Virtual ms. */
export interface Choice {
  at: number;
  /** How many: 2 or more. */
  of: number;
  /** Which it was, from 0. Of events that were due: counted in the order in which they were made. */
  took: number;
  /**
   * It was about the gap between two events, of which the first is over: 0 all microtasks ran out, 1 none did (the next one
   * came in the same turn), 2 and more: one microtask, and so on. What came then has a greater `seq`.
   */
  gap?: { seq: number };
}

/** What stands in a student's program: words for a cause may be chosen by it where the trace leaves several open. */
export interface ProgramFacts {
  /** Each construct that stands there, once. */
  constructs: readonly Construct[];
  /** Functions that it was given and uses as values only: it awaits, lists or returns them. By name: `fetchApi`, `prepare`. */
  uncalled: readonly string[];
  /** Functions that it was given and names nowhere. */
  unused: readonly string[];
  /** Functions that a callback of `then` calls without handing on what they return. By name: `save`. */
  dropped: readonly string[];
  /** Functions that it was given and calls where a function is to be handed over, as in `.then(save(user))`. By name: `save`. */
  early: readonly string[];
}

export type Construct =
  /** `Promise.race(…)`, and so on. */
  | "Promise.all"
  | "Promise.allSettled"
  | "Promise.any"
  | "Promise.race"
  /** `setTimeout(resolve(), ms)` */
  | "called callback"
  /** `Promise.all(Array(3).fill(lane()))` */
  | "filled with one call"
  /** `() => reject` as a callback, or `resolve;` as a statement. */
  | "uncalled callback"
  /** `list.forEach(async …)` */
  | "forEach of async"
  /** `new Promise(async …)`, or an async function that is called in there and left alone. */
  | "async executor"
  /** A generator function that is returned, not its generator. */
  | "returned generator function"
  /** A main function, or a callback of `then`, `map` and the like, that has braces and returns nothing. */
  | "nothing returned"
  /** What was refused is asked for again: in a `catch`, or in a loop around it. */
  | "asked again"
  /** `ms * 1000`; `ms / 1000` */
  | "times 1000"
  | "over 1000"
  /** A loop that awaits the same promise each time. */
  | "awaited again"
  /** A loop that races the same list each time, and takes nothing out of it. */
  | "raced again"
  | "clock read"
  /** `const now = Date.now(); …; starts.push(now); await wait`: what is noted is the time of the call. */
  | "time of the call noted"
  /** `2 ** n`, `Math.pow(2, n)` */
  | "takes a power"
  /** A loop that reads the clock; and one that awaits meanwhile. */
  | "clock loop"
  | "clock loop that awaits"
  /** A loop that waits for a timer of some fixed ms, again and again; and one that reads the clock meanwhile. */
  | "loop that pauses"
  | "clock loop that pauses"
  /** `"AbortError"` */
  | "AbortError by name"
  /** A listener for `"aborted"` and the like. */
  | "unknown event"
  /** A controller that all calls share. */
  | "controller outside"
  /** `clearTimeout(timer)` in a `finally`. */
  | "cleared in any case"
  /** `return promise` without `await` in a `try` whose `finally` clears a timer, takes off a listener or aborts. */
  | "returned before finally"
  /** The same with `return { value: promise }`. */
  | "returned in an object before finally"
  /** `x === "a" || "b"` */
  | "or of a text"
  /** A case of a `switch` that does something, and goes on with the next. */
  | "case that runs on"
  /** `!ask?.()`: where there is no `ask`, it is as if that had said no. */
  | "optional call as a condition"
  /** The clock is read in a `finally`. */
  | "clock read at the end"
  /** An `await` in a `try`. */
  | "awaits in a try"
  /** A `catch` in a loop that leaves the loop. */
  | "catch that leaves the loop"
  /** An own function, or one of the platform's, that is awaited and not called: `await scheduler.yield`. */
  | "function awaited"
  /** What is handed to `toThread` counts, or does so at its end. */
  | "counts in the job"
  /** `promise.then(…)` as a statement: nobody has the promise that it makes. */
  | "then left alone"
  /** A function made in a loop reads a variable that all rounds share: `for (var i = 0; …) then(() => i)`. */
  | "one variable for all rounds";

export interface Trace {
  end: RunEnd;
  endedAt: number;
  /** The scenario's own outcome is `main`; each `world.watch` adds one under its label. */
  outcomes: Record<string, Outcome>;
  calls: Call[];
  notes: Note[];
  /** When signals that the world owns were aborted, by their names. */
  aborts?: (Moment & { name: string })[];
  console: ConsoleLine[];
  floating: Stray[];
  /** What ended the run when `end` is `crashed`. */
  uncaught?: Stray;
  left?: Left;
  /** Student timers made in the whole run. */
  timersMade: LeftTimer[];
  blocked: Blocked[];
  beats: Beat[];
  /** What the world made up (payloads, errors, abort reasons), by name. */
  made: Record<string, Plain>;
  /** The generated input that the check was run with. */
  input?: Plain;
  /** Of the words that the check asks for (`words`) those that the submission's code uses. */
  uses?: Use[];
  /** If the order of what falls into one ms was chosen: each choice that there was. */
  choices?: Choice[];
  /** All that the event loop did, one thing after another; only of a run that was watched closely. */
  steps?: Step[];
  seed: number;
  /** What stands in the program. The judge tells it to those who name mistakes, never to those who decide points. */
  program?: ProgramFacts;
}

/** The trace of a run in which nothing has happened yet, but for `parts`. */
export function emptyTrace(parts: Partial<Trace> = {}): Trace {
  return {
    end: "quiet",
    endedAt: 0,
    outcomes: {},
    calls: [],
    notes: [],
    console: [],
    floating: [],
    timersMade: [],
    blocked: [],
    beats: [],
    made: {},
    seed: 1,
    ...parts,
  };
}

/** Where in the student's source an error was thrown, innermost first; empty for one that is not theirs. */
export function thrownAt(value: Plain | undefined): Position[] {
  if (typeof value !== "object" || value === null || value.t !== "error") return [];
  return value.where ?? [];
}

/** The calls of a service (of all services without a name), in order of start. */
export function callsOf(trace: Trace, service?: string): Call[] {
  return service === undefined ? trace.calls : trace.calls.filter((call) => call.service === service);
}

/**
 * The outcome with this label; `main` is the scenario's own. One that the scenario did not come to is `pending`: what it
 * waited for before never came.
 */
export function outcomeOf(trace: Trace, label = "main"): Outcome {
  const never = { at: trace.endedAt, seq: Number.POSITIVE_INFINITY };
  return trace.outcomes[label] ?? { label, start: never, state: "pending" };
}

/** What the world made up under this name; what it did not come to make equals nothing. */
export function madeBy(trace: Trace, name: string): Plain {
  const made = trace.made[name];
  return made === undefined ? { t: "cut" } : made;
}

/** The notes (lines logged, for example) of this name, in order. */
export function notesOf(trace: Trace, name: string): Note[] {
  return trace.notes.filter((note) => note.name === name);
}

/** The most calls of a service that were under way at once. A call that ends as another starts does not overlap it. */
export function peakConcurrency(trace: Trace, service?: string): number {
  const changes = callsOf(trace, service).flatMap(({ start, end }) => [
    { seq: start.seq, by: 1 },
    ...(end ? [{ seq: end.seq, by: -1 }] : []),
  ]);
  let [now, peak] = [0, 0];
  for (const { by } of changes.sort((a, b) => a.seq - b.seq)) {
    now += by;
    peak = Math.max(peak, now);
  }
  return peak;
}
