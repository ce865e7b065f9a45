// What a command uses beside time, where the system tells (Linux): CPU time, and its own peak of memory.
import { readFileSync } from "node:fs";
import { ended, start } from "./commands.ts";

export interface Usage {
  /** Real ms from start to end. */
  ms: number;
  /**
   * CPU ms that the whole machine used meanwhile: right where it does nothing else. A sandbox that is killed takes its
   * processes with it, and their CPU time is then counted as nobody's child's. Undefined where the system does not tell.
   */
  cpuMs?: number;
  /** The most memory (MiB) that its own process had; undefined where the system does not tell. */
  peakMiB?: number;
}

/** Linux counts CPU time in ticks of 1/100 s. */
const MS_PER_TICK = 10;
const LOOK_EVERY_MS = 100;

/**
 * Runs a command to its end. Throws if it ends with another code than `codes`: what a failure uses is nothing to compare
 * with.
 */
export async function used(
  cwd: string,
  command: string,
  args: readonly string[],
  codes: readonly number[] = [0],
): Promise<Usage> {
  const before = machineCpuMs();
  const begun = performance.now();
  const child = start(cwd, command, ...args);
  let peakMiB: number | undefined;
  const look = setInterval(() => {
    peakMiB = peakOf(child.pid) ?? peakMiB;
  }, LOOK_EVERY_MS);
  await ended(child, codes).finally(() => clearInterval(look));
  const after = machineCpuMs();
  return {
    ms: performance.now() - begun,
    ...(before !== undefined && after !== undefined && { cpuMs: after - before }),
    ...(peakMiB !== undefined && { peakMiB }),
  };
}

function machineCpuMs(): number | undefined {
  const total = /^cpu +(.*)/.exec(read("/proc/stat") ?? "")?.[1];
  if (total === undefined) return undefined;
  // User, nice, system, then idle and waiting, which are none, then two kinds of interrupts.
  const [user, nice, system, , , hard, soft] = total.split(" ").map(Number);
  return (user! + nice! + system! + hard! + soft!) * MS_PER_TICK;
}

function peakOf(pid: number | undefined): number | undefined {
  const kib = /^VmHWM:\s*(\d+)/m.exec(read(`/proc/${pid}/status`) ?? "")?.[1];
  return kib === undefined ? undefined : Number(kib) / 1024;
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
