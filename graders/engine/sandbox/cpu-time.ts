// CPU time of a process and its children: tells a stuck submission from a machine that is busy with others.
import { readFileSync } from "node:fs";

/** Linux counts in ticks of 1/100 s (USER_HZ), on every architecture that Node runs on. */
const MS_PER_TICK = 10;

/** Real ms of CPU time that the process and its descendants have used; undefined where the system does not tell. */
export function cpuMs(pid: number | undefined): number | undefined {
  if (pid === undefined) return undefined;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // Fields after the command's name, which may hold anything, also parentheses: 12 and 13 are utime and stime.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const own = (Number(fields[11]) + Number(fields[12])) * MS_PER_TICK;
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim();
    return children
      .split(" ")
      .filter(Boolean)
      .reduce((sum, child) => sum + (cpuMs(Number(child)) ?? 0), own);
  } catch {
    return undefined;
  }
}
