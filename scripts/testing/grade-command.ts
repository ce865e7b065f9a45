// `npm run grade` as a teacher runs it: a process of its own, in a folder of its own.
import { execFileSync, spawn } from "node:child_process";
import { join } from "node:path";
import { CACHE } from "../../graders/engine/edition/cache.ts";

const command = join(import.meta.dirname, "../grade.ts");

export interface Ended {
  /** Null if it was killed. */
  code: number | null;
  pid: number;
  stdout: string;
  stderr: string;
}

export interface Circumstances {
  cwd: string;
  /** As this user. */
  uid?: number;
  /** Where other programs are looked for; as in this process by default. */
  path?: string | undefined;
  /** Called with its pid as soon as it runs. */
  whenStarted?: (pid: number) => void;
  /** Called with its pid each time that it says something and all that it said contains this text. */
  whenSaid?: [string, (pid: number) => void];
}

/** Runs the command with these arguments; resolves when it has ended. It leads a process group of its own. */
export function gradeCommand(args: string[], around: Circumstances): Promise<Ended> {
  const { cwd, uid, path = process.env.PATH, whenStarted, whenSaid } = around;
  const env = { PATH: path, HOME: cwd, NODE_COMPILE_CACHE: join(CACHE, "compiled") };
  const child = spawn(process.execPath, [command, ...args], { cwd, env, uid, detached: true });
  const said = { stdout: "", stderr: "" };
  child.stdout.on("data", (chunk) => (said.stdout += chunk));
  child.stderr.on("data", (chunk) => {
    said.stderr += chunk;
    if (whenSaid && said.stderr.includes(whenSaid[0])) whenSaid[1](child.pid!);
  });
  child.on("spawn", () => whenStarted?.(child.pid!));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, pid: child.pid!, ...said }));
  });
}

interface Process {
  pid: number;
  parent: number;
  group: number;
  line: string;
}

/** The machine's processes. A zombie, which only waits for its parent, is none. */
function processes(): Process[] {
  const listed = execFileSync("ps", ["-eo", "pid=,ppid=,pgid=,stat=,args="], { encoding: "utf8" });
  const rows = listed.split("\n").map((line) => /^\s*(\d+)\s+(\d+)\s+(\d+)\s+[^Z\s]/.exec(line));
  return rows
    .filter((row) => row !== null)
    .map((row) => ({ pid: Number(row[1]), parent: Number(row[2]), group: Number(row[3]), line: row.input }));
}

/** The command lines of what lives in a process group. */
export function livingIn(group: number): string[] {
  return processes().flatMap((each) => (each.group === group ? [each.line] : []));
}

/** The command lines of those of these processes that live. */
export function livingOf(pids: readonly number[]): string[] {
  return processes().flatMap((each) => (pids.includes(each.pid) ? [each.line] : []));
}

/** Kills a process as `kill -9` does, while it can start nothing; it and all below it, or none if it had ended. */
export function killed(pid: number): number[] {
  try {
    process.kill(pid, "SIGSTOP");
  } catch {
    return [];
  }
  const below = [pid];
  const all = processes();
  for (const each of below)
    below.push(...all.filter(({ parent }) => parent === each).map((child) => child.pid));
  process.kill(pid, "SIGKILL");
  return below;
}
