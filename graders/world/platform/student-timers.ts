// One run's student timers, out of the student's reach: what fires, what was made, and what is left.
import { AsyncLocalStorage } from "node:async_hooks";
import type { Position } from "../../trace/plain.ts";
import type { LeftTimer } from "../../trace/trace.ts";
import { MAX_DELAY, type TimerHandle, type VirtualClock } from "../clock.ts";

/** More than any exercise needs: a submission that makes timers without end must not fill the trace. */
const MAX_LISTED = 10_000;
/** Of each no more times that it fired than a picture can show. */
const MAX_FIRED = 100;

export interface TimersHost {
  clock: VirtualClock;
  /** Told what a callback threw. */
  uncaught(error: unknown): void;
  /** The label of what is being watched, if anything. */
  watched?(): string | undefined;
  /** Where the program is; only where the run is watched closely. */
  where?(): Position | undefined;
  /** Told what becomes of a timer, counted from 0 in the order in which they were made. */
  timer?(timer: number, what: "set" | "clear" | "fire"): void;
}

/** All student timers of a run. Times are virtual ms. */
export class StudentTimers {
  readonly host: TimersHost;
  /** The timers that are set now, in the order in which they were set. */
  readonly armed = new Set<StudentTimer>();
  readonly byId = new Map<number, StudentTimer>();
  /** Every timer that was made, up to 10,000. */
  readonly made: LeftTimer[] = [];
  private ids = 0;

  constructor(host: TimersHost) {
    this.host = host;
  }

  /** Starts a timer: an interval's callback repeats; `ms` is taken as Node takes a delay, an immediate has none. */
  start(kind: LeftTimer["kind"], ms: unknown, callback: () => void): StudentTimer {
    const timer = new StudentTimer(this, kind, kind === "immediate" ? 0 : normalDelay(ms), callback);
    // Written down before it is set: whatever stops this half-way, no timer runs that nobody knows of.
    if (this.made.length < MAX_LISTED) this.made.push(timer.record);
    timer.tell("set");
    timer.arm();
    return timer;
  }

  /** The number by which the timer can be cleared from now on; the same run gives the same numbers. */
  idOf(timer: StudentTimer): number {
    timer.id ??= ++this.ids;
    if (timer.armed) this.byId.set(timer.id, timer);
    return timer.id;
  }

  /** The timers that are set now, up to 10,000. */
  left(): LeftTimer[] {
    return Array.from(this.armed.values().take(MAX_LISTED), (timer) => timer.listed());
  }
}

/**
 * A delay as Node takes it: converted to a number, 1 for what lies outside 1 to 2^31-1, and without its fraction.
 * Throws TypeError on a BigInt or symbol.
 */
export function normalDelay(ms: unknown): number {
  const delay = ms === undefined ? 1 : (ms as number) * 1;
  return delay >= 1 && delay <= MAX_DELAY ? Math.trunc(delay) : 1;
}

export class StudentTimer {
  readonly kind: LeftTimer["kind"];
  readonly ms: number;
  id: number | undefined;
  /** What is known of it: it goes on being written. */
  readonly record: LeftTimer;
  private handle: TimerHandle | undefined;
  private cleared = false;
  private inContext = AsyncLocalStorage.snapshot();
  private readonly timers: StudentTimers;
  private readonly madeAt: number;
  private readonly callback: () => void;

  constructor(timers: StudentTimers, kind: LeftTimer["kind"], ms: number, callback: () => void) {
    this.timers = timers;
    this.kind = kind;
    this.ms = ms;
    this.callback = callback;
    this.madeAt = timers.host.clock.now;
    const watched = timers.host.watched?.();
    const where = timers.host.where?.();
    this.record = { ...this.listed(), ...(watched !== undefined && { watched }), ...(where && { where }) };
  }

  get armed(): boolean {
    return this.handle !== undefined;
  }

  /** Clears it for good, and says whether it would still have fired. */
  clear(): boolean {
    const { armed } = this;
    if (armed) this.record.cleared = this.timers.host.clock.now;
    if (armed) this.tell("clear");
    this.cleared = true;
    this.disarm();
    this.forgetId();
    return armed;
  }

  /** Counts its time anew; one that has fired fires once more, in the async context of this call. */
  refresh(): void {
    if (this.cleared) return;
    if (!this.armed) this.inContext = AsyncLocalStorage.snapshot();
    this.arm();
  }

  listed(): LeftTimer {
    const dueAt = this.handle?.due ?? this.madeAt + this.ms;
    return { kind: this.kind, ms: this.ms, madeAt: this.madeAt, dueAt };
  }

  arm(from?: number): void {
    this.disarm();
    this.timers.armed.add(this);
    if (this.id !== undefined) this.timers.byId.set(this.id, this);
    this.handle = this.timers.host.clock.setTimer(() => this.fire(), this.ms, "student", from);
  }

  tell(what: "set" | "clear" | "fire"): void {
    const { host, made } = this.timers;
    if (host.timer) host.timer(made.lastIndexOf(this.record), what);
  }

  private disarm(): void {
    if (this.handle) this.timers.host.clock.clear(this.handle);
    this.handle = undefined;
    this.timers.armed.delete(this);
  }

  private forgetId(): void {
    if (this.id !== undefined) this.timers.byId.delete(this.id);
  }

  private fire(): void {
    const { clock, uncaught } = this.timers.host;
    const startedAt = clock.now;
    this.tell("fire");
    this.record.fired ??= [];
    if (this.record.fired.length < MAX_FIRED) this.record.fired.push(startedAt);
    this.disarm();
    this.inContext(() => {
      try {
        this.callback();
      } catch (error) {
        uncaught(error);
      }
    });
    // As in Node, a period counts from the callback's start, and the timers made inside the callback come first.
    if (this.kind === "interval" && !this.cleared) this.arm(startedAt);
    if (!this.armed) this.forgetId();
  }
}
