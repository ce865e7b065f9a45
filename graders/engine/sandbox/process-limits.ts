// Limits on a child as a whole, for what V8's own heap limit does not count, and its end with the grader's.
import { onPath, whyNot } from "./tools.ts";

/**
 * prlimit's arguments: memory beside the heap (ArrayBuffers), files, and CPU time of a whole submission, which ends even
 * a child that nobody is left to kill.
 */
export const PROCESS_LIMITS = ["--data=900000000", "--fsize=0", "--core=0", "--nofile=64", "--cpu=600"];

export interface InFront {
  command: string;
  args: string[];
}

/**
 * A command in front of a program's that sets these limits (prlimit's arguments) and has the system kill the program when
 * this process dies, however it does. Linux only: undefined where its tools (util-linux) are not there.
 */
export function behind(limits: readonly string[]): InFront | undefined {
  const [setpriv, prlimit] = [onPath("setpriv"), onPath("prlimit")];
  if (process.platform !== "linux" || !setpriv || !prlimit) return undefined;
  return { command: setpriv, args: ["--no-new-privs", "--pdeathsig", "KILL", prlimit, ...limits] };
}

/** The command in front of Node's for a child; undefined also where it does not work. */
export function limited(): InFront | undefined {
  const front = behind(PROCESS_LIMITS);
  const works = front && whyNot(front.command, [...front.args, process.execPath, "--version"]) === undefined;
  return works ? front : undefined;
}
