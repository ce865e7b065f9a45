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

/** Real ms from start to end. Throws if the command fails: a time of a failure is none. */
export async function timed(cwd: string, command: string, ...args: string[]): Promise<number> {
  const begun = performance.now();
  const child = start(cwd, command, ...args);
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (said += chunk));
  const code = await new Promise((resolve) => child.once("close", resolve));
  if (code !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${code}:\n${said}`);
  return performance.now() - begun;
}
