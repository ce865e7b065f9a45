// CPU time of a process itself, without what it started: a sandbox runs the same programs whoever has it run them.
import { readFileSync } from "node:fs";

/** Linux counts CPU time in ticks of 1/100 s. */
const MS_PER_TICK = 10;
const LOOK_EVERY_MS = 50;

export class OwnCpu {
  private readonly pid: number;
  private readonly timer: NodeJS.Timeout;
  private last = 0;
  private begun = 0;

  constructor(pid: number) {
    this.pid = pid;
    this.timer = setInterval(() => this.look(), LOOK_EVERY_MS);
    this.timer.unref();
  }

  /** What it used up to now, to start and the like, does not count. */
  begin(): void {
    this.begun = this.look();
  }

  /** CPU ms since `begin`, as far as they were seen before it ended. */
  end(): number {
    const used = this.look() - this.begun;
    clearInterval(this.timer);
    return used;
  }

  private look(): number {
    try {
      const stat = readFileSync(`/proc/${this.pid}/stat`, "utf8");
      const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      this.last = (Number(fields[11]) + Number(fields[12])) * MS_PER_TICK;
    } catch {
      // It has ended: what was seen last is what there is.
    }
    return this.last;
  }
}
