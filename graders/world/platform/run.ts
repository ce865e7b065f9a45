// The run that is under way. The platform's classes and functions are made once and frozen: all state is in here.
import type { Position } from "../../trace/plain.ts";
import type { VirtualClock } from "../clock.ts";
import { StudentTimers } from "./student-timers.ts";
import { SymbolRegistry } from "./symbols.ts";

/** What the platform needs of its surroundings. */
export interface RunHost {
  clock: VirtualClock;
  /** Told what was thrown out of a callback: in Node that would end the program. */
  uncaught(error: unknown): void;
  /** The label of what is being watched, if anything. */
  watched?(): string | undefined;
  /** Where the program is, and what becomes of its timers: see TimersHost. */
  where?(): Position | undefined;
  timer?(timer: number, what: "set" | "clear" | "fire"): void;
  /** Takes what the student prints: one line or several, without a line break at the end. */
  console(level: string, text: string): void;
  /** Told of a stretch in which nothing else could run, since the program did nothing but read the clock. */
  blocked?(from: number, to: number): void;
  /** The run's randomness: numbers from 0 up to 1. */
  random(): number;
  /** Virtual 0 in ms since 1970. */
  epoch: number;
}

/** No clock that a student can read starts at 0, so that no time is mistaken for "none". */
export const UPTIME = 1000;

/** How often the program may read the clock in one turn of the event loop before each reading costs 1 ms. */
const FREE_READINGS = 10_000;

const settled = Promise.resolve();
const realNextTick = process.nextTick;

export class Run {
  readonly host: RunHost;
  readonly timers: StudentTimers;
  /** The console's: calls by label, starting times by label, and the groups' indentation. */
  readonly counts = new Map<string, number>();
  readonly starts = new Map<string, number>();
  indent = "";
  readonly symbols = new SymbolRegistry();
  private part: { level: string; text: string } | undefined;
  private turn = -1;
  private readings = 0;
  asyncIds = 1;
  maxListeners = 10;
  /** Of which kinds of delays the program has been warned. */
  readonly warned = new Set<string>();
  captureRejections = false;
  /** The program's `process`, which emits events. */
  process: { emit(name: string, ...args: unknown[]): boolean } | undefined;
  /** What the program has put in place of the platform's own functions, by the getter of each. */
  changes: Map<object, unknown> | undefined;

  constructor(host: RunHost) {
    this.host = host;
    this.timers = new StudentTimers(host);
  }

  /** Virtual ms since 1970, read by the program. */
  get date(): number {
    return this.host.epoch + this.readClock();
  }

  /** Virtual ms since the "process" began, read by the program. */
  get uptime(): number {
    return UPTIME + this.readClock();
  }

  /** The same, for what the platform itself writes down. */
  get elapsed(): number {
    return UPTIME + this.host.clock.elapsed;
  }

  /**
   * A loop that waits for a later time would never end, since nothing else moves the virtual clock. So whoever reads it
   * this often without giving way pays for each further reading.
   */
  private readClock(): number {
    const { clock } = this.host;
    if (clock.turn !== this.turn) {
      this.turn = clock.turn;
      this.readings = 0;
    }
    if (++this.readings > FREE_READINGS) {
      clock.block(1, "A loop that reads the clock");
      this.host.blocked?.(clock.now - 1, clock.now);
    }
    return clock.elapsed;
  }

  /** Prints whole lines. */
  print(level: string, text: string): void {
    this.flush();
    this.host.console(level, text);
  }

  /** Prints text whose last line may go on with the next. */
  printPart(level: string, text: string): void {
    if (this.part && this.part.level !== level) this.flush();
    const lines = ((this.part?.text ?? "") + text).split("\n");
    const rest = lines.pop()!;
    this.part = rest === "" ? undefined : { level, text: rest };
    if (lines.length > 0) this.host.console(level, lines.join("\n"));
  }

  /** Prints what has no line end yet. */
  flush(): void {
    const { part } = this;
    this.part = undefined;
    if (part) this.host.console(part.level, part.text);
  }

  /**
   * Calls `act` as `process.nextTick` does: before the promises' callbacks that wait, or after them where one of those
   * calls this.
   */
  nextTick(act: () => void): void {
    realNextTick(() => this.guard(act));
  }

  /** Calls `act`; what it throws is uncaught. */
  guard(act: () => void): void {
    try {
      act();
    } catch (error) {
      this.host.uncaught(error);
    }
  }

  /** Prints a warning, and tells the process's "warning" listeners, in the next tick. */
  warn(warning: Error): void {
    this.nextTick(() => {
      this.print("warn", `(node) ${warning.name}: ${warning.message}`);
      this.process?.emit("warning", warning);
    });
  }

  warnText(text: string): void {
    this.warn(Object.assign(new Error(text), { name: "Warning" }));
  }

  /** Calls `act` as a microtask. */
  enqueue(act: () => void): void {
    settled.then(() => this.guard(act));
  }
}

let current: Run | undefined;

/**
 * Makes this the run under way. Runs follow one another: by the time that the next one begins, nothing may be left
 * that could still call code of the one before.
 */
export function beginRun(host: RunHost): Run {
  current = new Run(host);
  return current;
}

/** The run under way, if there is one. */
export function currentRun(): Run | undefined {
  return current;
}

/** The run under way. Throws if there has been none yet. */
export function run(): Run {
  if (!current) throw new Error("No run is under way: call makePlatform first");
  return current;
}
