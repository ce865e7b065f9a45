// How long a child may take: real time, which stretches while other processes have the processor.
import { cpuMs } from "./cpu-time.ts";

export class Allowance {
  private readonly started = performance.now();
  /** Taken when it is first asked whether this is over: most runs are, long before that question is worth a file's reading. */
  private cpuBefore: number | undefined;
  private readonly pid: number | undefined;
  private readonly limit: number;
  private readonly stretch: number;
  private usedUp = false;

  /** From now on, for the process `pid` and its descendants: `limit` real ms, at most `stretch` times as much. */
  constructor(pid: number | undefined, limit: number, stretch: number) {
    this.pid = pid;
    this.limit = limit;
    this.stretch = stretch;
  }

  /** Whether it is used up, for good. A child that did not get so much CPU time is starved rather than stuck. */
  get over(): boolean {
    this.usedUp ||= this.isUsedUp();
    return this.usedUp;
  }

  private isUsedUp(): boolean {
    const wall = performance.now() - this.started;
    this.cpuBefore ??= cpuMs(this.pid) ?? 0;
    if (wall < this.limit) return false;
    const cpu = cpuMs(this.pid);
    const starved = cpu !== undefined && cpu - this.cpuBefore < this.limit;
    return !starved || wall >= this.limit * this.stretch;
  }
}
