// What `npm run play` says before anything runs.
import { callersFolder, flagsLostToNpm } from "../../lib/command.ts";
import { exerciseIds } from "../../lib/exercises.ts";
import { type Output, print } from "../../lib/terminal.ts";
import { type PlayOptions, parseArguments } from "./arguments.ts";

/** Who typed it: all that counts of their process. */
export interface Caller {
  args: readonly string[];
  env: NodeJS.ProcessEnv;
  cwd: string;
  stdout: Output;
  stderr: Output;
}

/** What is to be run; undefined where help was asked for, and given. Throws a UsageError for arguments that it does not take. */
export function begun(root: string, { args, env, cwd, stdout, stderr }: Caller): PlayOptions | undefined {
  const folder = callersFolder("play", env, cwd);
  const options = parseArguments(args, { root, folder, known: exerciseIds(root) });
  if ("help" in options) {
    print(stdout, options.help);
    return undefined;
  }
  const lost = flagsLostToNpm("play", ["step", "watch", "page", "json", "svg"], env);
  if (lost) print(stderr, `Note: ${lost}`);
  return options;
}
