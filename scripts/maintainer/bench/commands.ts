// Commands to be timed, as a person would start them.
import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";

/** Nothing of npm's or of this very process reaches them. */
function environment(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(npm_|INIT_CWD|NODE_)/.test(name)),
  );
}

export function start(cwd: string, command: string, ...args: string[]): ChildProcessWithoutNullStreams {
  return spawn(command, args, { cwd, env: environment(), shell: process.platform === "win32" });
}

/** Resolves when it has ended. Rejects with what it said if that is with another code than `codes`. */
export async function ended(
  child: ChildProcessWithoutNullStreams,
  codes: readonly number[] = [0],
): Promise<void> {
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (said += chunk));
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  if (!codes.includes(code ?? -1))
    throw new Error(`${child.spawnargs.join(" ")} ended with ${code}:\n${said}`);
}

/** Real ms from start to end. Throws if the command fails: a time of a failure is none. */
export async function timed(cwd: string, command: string, ...args: string[]): Promise<number> {
  const begun = performance.now();
  await ended(start(cwd, command, ...args));
  return performance.now() - begun;
}
