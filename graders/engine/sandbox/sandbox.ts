// The command line of the child: Node's permission model and limits (layer 3), in bubblewrap where there is one (layer 4).

import { dirname, join } from "node:path";
import { EngineError } from "../errors.ts";
import { bubblewrap } from "./bubblewrap.ts";
import { limited } from "./process-limits.ts";
import { WATCHED } from "./protocol.ts";

export interface SandboxCommand {
  command: string;
  args: string[];
  /** The same for a child that goes as deep in each run as in the next; default `args`. */
  steadyArgs?: string[];
  /** The layers that hold: what results.json records. */
  layers: string[];
  /** Why the operating system's layer does not hold, and what would change that; absent if it does. */
  weaker?: string;
}

/** V8's heap for a submission, in MiB. Honest answers use a few; the child itself needs about 20. */
const HEAP_MIB = 128;

const LAYERS = ["compile", "ses", "permission"];

/**
 * A child runs much once and little often: V8's last compiler costs more than it saves, and so do threads for what is thrown
 * away, and looking for that early; yet what an exercise had compiled the next one uses.
 */
const SHORT_LIVED = [
  "--max-opt=2",
  "--single-threaded-gc",
  "--min-semi-space-size=8",
  "--initial-old-space-size=64",
  "--no-flush-bytecode",
];

/** What a stack frame takes up, and so where the stack ends, depends on what V8 compiles when: nothing. */
const STEADY = ["--max-opt=0"];

/** Node's arguments for a child that may read its program (its entry's path), which is all of a folder, and nothing else. */
export function nodeArguments(program: string, flags: readonly string[] = []): string[] {
  return [
    ...SHORT_LIVED,
    ...flags,
    "--permission",
    `--allow-fs-read=${join(dirname(program), "*")}`,
    `--max-old-space-size=${HEAP_MIB}`,
    // SES's import filter does not know `import.source(…)`: without the syntax there is nothing to know.
    "--no-js-source-phase-imports",
    "--no-addons",
    "--no-warnings",
    program,
  ];
}

/**
 * How to start a child with the layers that this machine has. Throws EngineError in `strict` mode if the operating
 * system's layer cannot be had.
 */
export function sandboxCommand(program: string, mode: "auto" | "strict" = "auto"): SandboxCommand {
  const jail = bubblewrap(program);
  if ("command" in jail) {
    const after = (flags?: string[]) => [...jail.args, ...nodeArguments(jail.program, flags)];
    return { command: jail.command, args: after(), steadyArgs: after(STEADY), layers: [...LAYERS, "bwrap"] };
  }
  const { reason, remedy } = jail;
  if (mode === "strict") throw new EngineError(`--sandbox=strict needs bubblewrap, and ${reason}. ${remedy}`);
  return { ...(limitedCommand(program) ?? watchedCommand(program)), weaker: `${reason}. ${remedy}` };
}

/** Without bubblewrap: the system's limits. Undefined where it has no such tools. */
export function limitedCommand(program: string): SandboxCommand | undefined {
  const limits = limited();
  if (!limits) return undefined;
  const after = (flags?: string[]) => [...limits.args, process.execPath, ...nodeArguments(program, flags)];
  return { command: limits.command, args: after(), steadyArgs: after(STEADY), layers: [...LAYERS, "limits"] };
}

/** Without any tool of the system's: a thread of the child's own watches it, for which it must be allowed to have one. */
export function watchedCommand(program: string): SandboxCommand {
  const watched = (flags?: string[]) => ["--allow-worker", ...nodeArguments(program, flags), WATCHED];
  const [args, steadyArgs] = [watched(), watched(STEADY)];
  return { command: process.execPath, args, steadyArgs, layers: [...LAYERS, "watchdog"] };
}
