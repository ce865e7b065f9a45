// What a command uses beside time, where the system tells (Linux): its processes' CPU time, and its own peak of memory.
import { readFileSync } from "node:fs";
import { start } from "./commands.ts";

export interface Usage {
  /** Real ms from start to end. */
  ms: number;
  /** CPU ms of it and of all processes that it started and waited for; undefined where the system does not tell. */
  cpuMs?: number;
  /** The most memory (MiB) that its own process had; undefined where the system does not tell. */
  peakMiB?: number;
}

/** Linux counts CPU time in ticks of 1/100 s. */
const MS_PER_TICK = 10;
const LOOK_EVERY_MS = 100;

/** Runs a command to its end. Throws if it fails: what a failure uses is nothing to compare with. */
export async function used(cwd: string, command: string, ...args: string[]): Promise<Usage> {
  const before = cpuOfEnded();
  const begun = performance.now();
  const child = start(cwd, command, ...args);
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (said += chunk));
  let peakMiB: number | undefined;
  const look = setInterval(() => {
    peakMiB = peakOf(child.pid) ?? peakMiB;
  }, LOOK_EVERY_MS);
  const code = await new Promise((resolve) => child.once("close", resolve));
  clearInterval(look);
  if (code !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${code}:\n${said}`);
  const after = cpuOfEnded();
  return {
    ms: performance.now() - begun,
    ...(before !== undefined && after !== undefined && { cpuMs: after - before }),
    ...(peakMiB !== undefined && { peakMiB }),
  };
}

/** CPU ms of this process's children that have ended, with all of theirs. */
function cpuOfEnded(): number | undefined {
  const stat = read("/proc/self/stat");
  if (stat === undefined) return undefined;
  // Fields after the command's name: 14 and 15 are the ended children's user and system time.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[13]) + Number(fields[14])) * MS_PER_TICK;
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
