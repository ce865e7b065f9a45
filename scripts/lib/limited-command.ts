// Programs of others that read a stranger's data: what they may use of the machine.
import { behind } from "../../graders/engine/sandbox/process-limits.ts";

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
  const front = behind([
    `--data=${data}`,
    `--as=${4 * data}`,
    `--cpu=${cpu}`,
    `--fsize=${file}`,
    "--core=0",
    "--nofile=256",
  ]);
  return front ? [front.command, [...front.args, program, ...args]] : [program, [...args]];
}
