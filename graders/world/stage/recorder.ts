// Writes the trace: the one place that numbers moments, keeps limits and knows which objects are the world's.
import { AsyncLocalStorage } from "node:async_hooks";
import type { Plain, Position } from "../../trace/plain.ts";
import {
  type Call,
  CLOCK_LOOP,
  emptyTrace,
  type Moment,
  type Outcome,
  type RunEnd,
  type Step,
  type Stray,
  type Trace,
} from "../../trace/trace.ts";
import type { Size } from "./snapshot.ts";

/** More than any exercise needs; a run that records more is ended with `output-limit`. */
const MAX_RECORDS = 20_000;
/** Judging compares calls with each other, so its time grows faster than their number. */
const MAX_CALLS = 2_000;
const MAX_CONSOLE_CHARACTERS = 64 * 1024;
/** Of a run that is watched closely; one that takes more has none. */
const MAX_STEPS = 40_000;
const MAX_NODES = 200_000;
const MAX_CHARACTERS = 1_000_000;

export interface RecorderOptions {
  now: () => number;
  /** Which turn of the event loop it is. */
  turn?: () => number;
  /** Where in the program it is now; only where a run is watched closely. */
  where?: () => Position | undefined;
  /** A plain copy of at most so many nodes (default: what one copy may have at all), and what it takes up. */
  copy: (value: unknown, maxNodes?: number) => { copy: Plain; size: Size };
}

/** What is being watched goes with the promises and timers that are made meanwhile. One for all runs: each begins outside. */
const watched = new AsyncLocalStorage<string>();

type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
type StepWithoutMoment = Without<Step, keyof Moment>;

export class Recorder {
  readonly trace: Trace;
  /** The next async function that is called is the program's own main function, and no task of its. */
  entering = false;
  /** Set when something happened that ends the run whatever is still to come. */
  over: RunEnd | undefined;
  private seq = 0;
  private records = 0;
  /** There are none of this run: nobody need look for more. */
  tooManySteps = false;
  private readonly size: Size = { nodes: 0, characters: 0 };
  private consoleCharacters = 0;
  private readonly names = new WeakMap<object, string>();
  /** What the scenario alone uses: it is in no call that is written down. */
  readonly unseen = new WeakSet<object>();
  private readonly options: RecorderOptions;

  constructor(options: RecorderOptions) {
    this.options = options;
    this.trace = emptyTrace();
  }

  moment(): Moment {
    const where = this.options.where?.();
    return { at: this.options.now(), seq: ++this.seq, ...(where && { where }) };
  }

  /** What the event loop does now, of a run that is watched closely; `where` if the caller knows better. */
  step(step: StepWithoutMoment, where?: Position): Step {
    const whole = { ...this.moment(), ...(where && { where }), ...step } as Step;
    if (this.tooManySteps) return whole;
    this.trace.steps ??= [];
    this.trace.steps.push(whole);
    // A part of them would tell of tasks that never end.
    this.tooManySteps = this.trace.steps.length > MAX_STEPS;
    if (this.tooManySteps) delete this.trace.steps;
    return whole;
  }

  /** Takes a step back after which nothing was written down. */
  dropIfLast(step: Step): void {
    const { steps = [] } = this.trace;
    if (step.seq === this.seq && steps.at(-1) === step) steps.pop();
  }

  /** The `seq` of what was written down last. */
  get last(): number {
    return this.seq;
  }

  copy(value: unknown, maxNodes?: number): Plain {
    const { copy, size } = this.options.copy(value, maxNodes);
    this.size.nodes += size.nodes;
    this.size.characters += size.characters;
    if (this.size.nodes > MAX_NODES || this.size.characters > MAX_CHARACTERS) this.over ??= "output-limit";
    return copy;
  }

  call(call: Call): void {
    if (this.trace.calls.length >= MAX_CALLS) this.over ??= "output-limit";
    else if (this.room()) this.trace.calls.push(call);
  }

  /** Whether one more record may be written; if not, the run is over. */
  room(): boolean {
    if (++this.records <= MAX_RECORDS) return true;
    this.over ??= "output-limit";
    return false;
  }

  nameOf(value: unknown): string | undefined {
    return isObject(value) ? this.names.get(value) : undefined;
  }

  /** Gives an object a name unless it has one; primitives have no identity to name. */
  name(value: unknown, name: string): void {
    if (isObject(value) && !this.names.has(value)) this.names.set(value, name);
  }

  /** Names a value and puts it into the trace for expectations to compare with. */
  made<T>(name: string, value: T): T {
    this.name(value, name);
    this.trace.made[name] = this.copy(value);
    return value;
  }

  note(name: string, value: unknown, given = false): void {
    if (!this.room()) return;
    this.trace.notes.push({
      ...this.moment(),
      name,
      value: this.copy(value),
      ...(given && { given }),
    });
  }

  /** A signal of the world's aborts, under this name. */
  abort(name: string): void {
    this.trace.aborts ??= [];
    if (this.room()) this.trace.aborts.push({ ...this.moment(), name });
  }

  console(level: string, text: string): void {
    this.consoleCharacters += text.length + 1;
    if (this.consoleCharacters > MAX_CONSOLE_CHARACTERS) this.over ??= "output-limit";
    else if (this.room()) this.trace.console.push({ ...this.moment(), level, text });
  }

  /** A stretch in which the event loop could run nothing; a loop that reads the clock on and on makes one record. */
  blocked(from: number, to: number, by: string): void {
    const last = this.trace.blocked.at(-1);
    const turn = this.options.turn?.();
    const goesOn = by === CLOCK_LOOP && last?.by === by && last.to === from && last.turn === turn;
    if (goesOn) last.to = to;
    else if (this.room()) this.trace.blocked.push({ from, to, by, ...(turn !== undefined && { turn }) });
  }

  /** Calls `act` as what is watched under this label. */
  watching<T>(label: string, act: () => T): T {
    return watched.run(label, act);
  }

  /** The label of what is being watched, but for `main`. */
  watched(): string | undefined {
    return watched.getStore();
  }

  private stray(reason: unknown): Stray {
    const label = watched.getStore();
    return { ...this.moment(), reason: this.copy(reason), ...(label !== undefined && { watched: label }) };
  }

  /** A rejection whose turn of the event loop ended without a handler. */
  float(reason: unknown): void {
    if (this.room()) this.trace.floating.push(this.stray(reason));
  }

  /** A throw out of a callback: as in Node, it ends the program. */
  crash(error: unknown): void {
    this.trace.uncaught ??= this.stray(error);
    this.over ??= "crashed";
  }

  /** The run ends now, for this reason. */
  end(why: RunEnd): void {
    this.over ??= why;
  }

  begin(label: string): Outcome {
    const outcome: Outcome = { label, start: this.moment(), state: "pending" };
    this.trace.outcomes[label] = outcome;
    return outcome;
  }

  settle(outcome: Outcome, state: Outcome["state"], value: unknown): void {
    Object.assign(outcome, { state, settled: this.moment(), value: this.copy(value) });
  }

  get pending(): boolean {
    return Object.values(this.trace.outcomes).some((outcome) => outcome.state === "pending");
  }
}

function isObject(value: unknown): value is object {
  return (typeof value === "object" && value !== null) || typeof value === "function";
}
