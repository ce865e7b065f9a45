// The virtual clock of one run: the only source of time and of timers in the sandbox.
import { AsyncLocalStorage } from "node:async_hooks";
import * as FakeTimers from "@sinonjs/fake-timers";

/**
 * Whose timer it is: the program's, the world's (what a service does), the scenario's (what its clients do), a `record`, which
 * only writes down what happens on a thread, or a heartbeat (`daemon`), which alone does not keep a run going.
 */
export type TimerOwner = "student" | "world" | "scenario" | "record" | "daemon";

/** A timer that was set; `live` until it fires or is cleared. Times in virtual ms. */
export interface TimerHandle {
  readonly owner: TimerOwner;
  readonly madeAt: number;
  readonly due: number;
  readonly live: boolean;
}

/** Times in here count from the clock's making, outside from where it was last started over. */
class Timer implements TimerHandle {
  live = true;
  id = 0;
  readonly callback: () => void;
  readonly owner: TimerOwner;
  readonly at: number;
  readonly dueAt: number;
  private readonly clock: VirtualClock;

  constructor(clock: VirtualClock, callback: () => void, owner: TimerOwner, dueAt: number) {
    this.clock = clock;
    // As a timer's callback does on Node; students' timers see to it themselves, since they may be set anew.
    const inContext = owner === "world" ? AsyncLocalStorage.snapshot() : undefined;
    this.callback = inContext ? () => inContext(callback) : callback;
    this.owner = owner;
    this.at = clock.elapsed;
    this.dueAt = dueAt;
  }

  get madeAt(): number {
    return this.at - this.clock.origin;
  }

  get due(): number {
    return this.dueAt - this.clock.origin;
  }
}

/** What is used of fake-timers. `timerHeap` is undocumented: the pinned version has no other way to look ahead. */
interface FakeClock {
  now: number;
  setTimeout(callback: () => void, delay: number): number;
  clearTimeout(id: number): void;
  next(): number;
  timerHeap?: { peek(): { callAt: number } | undefined };
}

/** The longest delay that fake-timers, and Node, take for what it is. */
export const MAX_DELAY = 2 ** 31 - 1;

// Only fake-timers' timers are used. It insists on a Date, extends it, and cannot extend the frozen one; and without
// a setTimeout that gives numbers it would make an object for every timer.
const NoDate = Object.assign(class {}, { now: () => 0, toString: () => "Date" });
const fakeTimers = FakeTimers.withGlobal({
  Date: NoDate,
  setTimeout: () => 0,
  clearTimeout: () => undefined,
} as unknown as typeof globalThis);

/** Times are whole virtual milliseconds since the run's start. Nothing happens unless `fireNext` or `block` is called. */
export class VirtualClock {
  /** Which turn of the event loop this is: each timer that fires begins one. */
  turn = 0;
  #now = 0;
  #fired: Timer | undefined;
  readonly #fake = fakeTimers.createClock(0) as unknown as FakeClock;
  /** All that are live, in the order in which they were made. */
  readonly #timers = {
    student: new Set<Timer>(),
    world: new Set<Timer>(),
    scenario: new Set<Timer>(),
    record: new Set<Timer>(),
    daemon: new Set<Timer>(),
  };

  /** Told of each timer that fires, before its callback runs. */
  onFire: ((owner: TimerOwner) => void) | undefined;

  /** Where its time began, in ms since it was made: after what a program did while it was loaded. */
  origin = 0;

  get now(): number {
    return this.#now - this.origin;
  }

  /** Ms since the clock was made, which nothing sets back. */
  get elapsed(): number {
    return this.#now;
  }

  /** It is 0 now. Timers that are set stay due when they were. */
  startOver(): void {
    this.origin = this.#now;
  }

  /**
   * Sets a one-shot timer, `delayMs` (0 to 2^31-1) after `from`. Timers fire by due time, then in the order in which
   * they were made. `from` may lie in the past, for an interval whose callback blocked: the timer is then overdue.
   * Throws RangeError on a delay that is no such integer.
   */
  setTimer(callback: () => void, delayMs: number, owner: TimerOwner, from: number = this.now): TimerHandle {
    if (!isWhole(delayMs) || delayMs > MAX_DELAY) {
      throw new RangeError(`A timer's delay must be whole ms from 0 to ${MAX_DELAY}: it is ${delayMs}`);
    }
    const start = from + this.origin;
    const timer = new Timer(this, callback, owner, start + delayMs);
    this.#timers[owner].add(timer);
    this.#fake.now = start;
    timer.id = this.#fake.setTimeout(() => {
      this.#fired = timer;
    }, delayMs);
    return timer;
  }

  /** Clears a timer; one that has fired or was cleared already is left alone. */
  clear(handle: TimerHandle): void {
    const timer = handle as Timer;
    if (!timer.live) return;
    this.#fake.clearTimeout(timer.id);
    this.#drop(timer);
  }

  /** When the next timer is due: before `now` if it is overdue; undefined if there is none. */
  nextDue(): number | undefined {
    const next = this.#fake.timerHeap?.peek()?.callAt;
    return next === undefined ? undefined : next - this.origin;
  }

  /**
   * The timers of which any may fire next: the first of those due, and those due in the same ms that nobody promises to
   * come after it. They are the world's, each by itself, and the first of the student's and of the scenario's, which keep
   * their order among themselves; with `everyone` each of the scenario's, too, as if its clients knew nothing of each other.
   * In the order in which they fire if nobody chooses; none if no timer is set. What is only to be written down comes before
   * all else.
   */
  candidates({ everyone = false } = {}): TimerHandle[] {
    const dueAt = this.#fake.timerHeap?.peek()?.callAt;
    if (dueAt === undefined) return [];
    const due = (owner: TimerOwner) => [...this.#timers[owner]].filter((timer) => timer.dueAt === dueAt);
    const [record] = due("record");
    if (record) return [record];
    const [daemon] = due("daemon");
    const clients = due("scenario").slice(0, everyone ? undefined : 1);
    const all = [...due("world"), ...clients, ...due("student").slice(0, 1)].sort(before);
    // A heartbeat is nobody's event: it comes when it is its turn.
    return daemon && (!all[0] || before(daemon, all[0]) < 0) ? [daemon] : all;
  }

  /**
   * Fires this timer, one of the `candidates()`, as `fireNext` does the first of them; `sameTurn`: in the turn of the one
   * before.
   */
  fire(handle: TimerHandle, { sameTurn = false } = {}): void {
    const timer = handle as Timer;
    this.#fake.clearTimeout(timer.id);
    if (sameTurn) this.turn--;
    this.#run(timer);
  }

  /**
   * Moves on to the next timer's due time, unless that has passed already, and fires this one timer. Does nothing if
   * there is none. What the callback throws comes out, after the clock has done its part.
   */
  fireNext(): void {
    // fake-timers makes 0 ms into 1 for timers made inside its callbacks: so ours run after its own turn is over.
    this.#fake.next();
    const timer = this.#fired;
    if (!timer) return;
    this.#fired = undefined;
    this.#run(timer);
  }

  /**
   * CPU time on the event loop: `now` moves on and nothing fires. Timers that became overdue fire late, in the order
   * in which they were due. Throws RangeError unless `ms` is a whole number from 0; `by` names who costs it.
   */
  block(ms: number, by: string): void {
    if (!isWhole(ms)) throw new RangeError(`${by} must cost whole ms from 0: it costs ${ms}`);
    this.#now += ms;
  }

  /** How many timers are set, of this owner or of all. */
  pending(owner?: TimerOwner): number {
    const all = owner === undefined ? Object.values(this.#timers) : [this.#timers[owner]];
    return all.reduce((sum, timers) => sum + timers.size, 0);
  }

  #run(timer: Timer): void {
    this.#drop(timer);
    this.turn++;
    this.#now = Math.max(this.#now, timer.dueAt);
    this.onFire?.(timer.owner);
    timer.callback();
  }

  #drop(timer: Timer): void {
    timer.live = false;
    this.#timers[timer.owner].delete(timer);
  }
}

/** Timers that are due together fire in the order in which they were made. */
function before(a: Timer, b: Timer): number {
  return a.id - b.id;
}

function isWhole(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}
