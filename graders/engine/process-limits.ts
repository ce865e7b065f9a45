// Limits on a child as a whole, for what V8's own heap limit does not count, and its end with the grader's.
import { onPath, whyNot } from "./tools.ts";

/**
 * prlimit's arguments: memory beside the heap (ArrayBuffers), files, and CPU time of a whole submission, which ends even
 * a child that nobody is left to kill.
 */
export const PROCESS_LIMITS = ["--data=900000000", "--fsize=0", "--core=0", "--nofile=64", "--cpu=600"];

/**
 * A command in front of Node's that sets these limits and has the system kill the child when the grader dies, however it
 * does. Linux only: undefined where its tools (util-linux) are not there.
 */
export function limited(): { command: string; args: string[] } | undefined {
  const [setpriv, prlimit] = [onPath("setpriv"), onPath("prlimit")];
  if (process.platform !== "linux" || !setpriv || !prlimit) return undefined;
  const args = ["--no-new-privs", "--pdeathsig", "KILL", prlimit, ...PROCESS_LIMITS];
  const works = whyNot(setpriv, [...args, process.execPath, "--version"]) === undefined;
  return works ? { command: setpriv, args } : undefined;
}
