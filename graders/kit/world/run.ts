// The run that is under way. The platform's classes and functions are made once and frozen: all state is in here.
import type { VirtualClock } from "./clock.ts";
import { StudentTimers } from "./student-timers.ts";
import { SymbolRegistry } from "./symbols.ts";

/** What the platform needs of its surroundings. */
export interface RunHost {
  clock: VirtualClock;
  /** Told what was thrown out of a callback: in Node that would end the program. */
  uncaught(error: unknown): void;
  /** Takes what the student prints: one line or several, without a line break at the end. */
  console(level: string, text: string): void;
  /** Shows a value without running anything of it. */
  format(value: unknown): string;
  /** The run's randomness: numbers from 0 up to 1. */
  random(): number;
  /** Virtual 0 in ms since 1970. */
  epoch: number;
}

/** No clock that a student can read starts at 0, so that no time is mistaken for "none". */
export const UPTIME = 1000;

const settled = Promise.resolve();

export class Run {
  readonly host: RunHost;
  readonly timers: StudentTimers;
  /** The console's: calls by label, starting times by label, and the groups' indentation. */
  readonly counts = new Map<string, number>();
  readonly starts = new Map<string, number>();
  indent = "";
  /** What emitters hold, by object. In here, since a frozen object that all runs share can be an emitter too. */
  readonly emitters = new WeakMap<object, unknown>();
  readonly symbols = new SymbolRegistry();
  asyncIds = 0;
  maxListeners = 10;

  constructor(host: RunHost) {
    this.host = host;
    this.timers = new StudentTimers(host);
  }

  /** Virtual ms since 1970. */
  get date(): number {
    return this.host.epoch + this.host.clock.now;
  }

  /** Virtual ms since the "process" began. */
  get uptime(): number {
    return UPTIME + this.host.clock.now;
  }

  /** Calls `act` as a microtask. */
  enqueue(act: () => void): void {
    const { uncaught } = this.host;
    settled.then(() => {
      try {
        act();
      } catch (error) {
        uncaught(error);
      }
    });
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

/** The run under way. Throws if there has been none yet. */
export function run(): Run {
  if (!current) throw new Error("No run is under way: call makePlatform first");
  return current;
}
