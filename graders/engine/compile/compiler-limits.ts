// Limits on esbuild's process: a few lines of source can keep it busy for hours, or make it compute a text of any length.
import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { cpuMs } from "../sandbox/cpu-time.ts";
import { onPath } from "../sandbox/tools.ts";

/** Bytes. Some ARM machines have pages of 16 or 64 KiB: there the limit is looser. */
const PAGE = 4096;

/** Bytes resident in the esbuild processes that this process has started; 0 where the system (no Linux) does not tell. */
export function compilerBytes(): number {
  try {
    return compilers().reduce((sum, pid) => sum + Number(words(`/proc/${pid}/statm`)[1]) * PAGE, 0);
  } catch {
    return 0;
  }
}

/** Real ms of CPU time that they have used; undefined where the system does not tell. */
export function compilerCpuMs(): number | undefined {
  try {
    return compilers().reduce((sum, pid) => sum + (cpuMs(Number(pid)) ?? 0), 0);
  } catch {
    return undefined;
  }
}

/**
 * Gives the esbuild processes of this process a minute of CPU time. One that has used it up is replaced as any that
 * dies; and one that outlives a killed grader, since it looks for its end only between jobs, has an end all the same.
 * Does nothing where there is no prlimit.
 */
export function limitCompilers(): void {
  const prlimit = onPath("prlimit");
  if (!prlimit || process.platform !== "linux") return;
  try {
    for (const pid of compilers()) execFile(prlimit, ["--pid", pid, "--cpu=60"], () => {});
  } catch {
    // It has ended since it was listed.
  }
}

function compilers(): string[] {
  const threads = readdirSync("/proc/self/task");
  const children = threads.flatMap((thread) => words(`/proc/self/task/${thread}/children`));
  return children.filter((pid) => readFileSync(`/proc/${pid}/comm`, "utf8") === "esbuild\n");
}

function words(path: string): string[] {
  return readFileSync(path, "utf8").trim().split(" ").filter(Boolean);
}
