// Programs of others that read a stranger's data: what they may use of the machine.
import { onPath } from "../../graders/engine/tools.ts";

export interface CommandLimits {
  /** Bytes of memory that the program may write to, and of addresses. */
  data: number;
  /** Seconds of CPU time. */
  cpu: number;
  /** Bytes of a file that it may write; default none. */
  file?: number;
}

/**
 * A command in front of the program that sets these limits and has the system end it when this
 * process does. Linux only: elsewhere, and where the tools (util-linux) are not there, the program as it is.
 */
export function limitedCommand(
  program: string,
  args: readonly string[],
  { data, cpu, file = 0 }: CommandLimits,
): [command: string, args: string[]] {
  const [setpriv, prlimit] = [onPath("setpriv"), onPath("prlimit")];
  if (process.platform !== "linux" || !setpriv || !prlimit) return [program, [...args]];
  const limits = [
    `--data=${data}`,
    `--as=${4 * data}`,
    `--cpu=${cpu}`,
    `--fsize=${file}`,
    "--core=0",
    "--nofile=256",
  ];
  return [setpriv, ["--no-new-privs", "--pdeathsig", "KILL", prlimit, ...limits, program, ...args]];
}
