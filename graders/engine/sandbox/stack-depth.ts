// How deep a child's stack went. How many calls it holds depends on what V8 has compiled by then: chance, and earlier programs.
import { readFileSync } from "node:fs";

/**
 * KiB. Linux gives a process 132 KiB at its start and more as it is needed, up to V8's own limit of 984 KiB. No honest
 * answer needs more than the first.
 */
const DEEP = 256;

export class StackDepth {
  private readonly pid: number | undefined;
  private node: number | undefined;

  /** Of the process `pid`, or the one that it is the jail of. Ask when its program runs. */
  constructor(pid: number | undefined) {
    this.pid = pid;
  }

  /** Whether its stack may have ended under a program, ever; false where the system does not tell, or no more. */
  get reachedEnd(): boolean {
    if (this.pid === undefined) return false;
    try {
      this.node ??= innermost(this.pid);
      const used = /^VmStk:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${this.node}/status`, "utf8"))?.[1];
      return Number(used) > DEEP;
    } catch {
      return false;
    }
  }
}

function innermost(pid: number): number {
  const [child] = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ");
  return child ? innermost(Number(child)) : pid;
}
