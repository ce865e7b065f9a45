// The command lines of `npm test` and `npm run watch`: which exercises, and the few of vitest's options that make sense.
import { resolve } from "node:path";
import { Command } from "commander";
import { parseWith } from "../../lib/command-line.ts";
import { idOfPath, selectExercises } from "../../lib/exercise-ids.ts";
import { UsageError } from "../../lib/usage-error.ts";

export interface TestOptions {
  /** The exercises that were named, in order; undefined if none was. */
  named?: string[];
  /** vitest's option: only the checks whose title this matches. */
  testNamePattern?: string;
  /** One of vitest's reporters instead of ours. */
  reporter?: string;
  /** Watching only: open the page in the browser. */
  open?: boolean;
}

export interface Surroundings {
  /** The project's folder. */
  root: string;
  /** Where npm was called: what relative paths start from. */
  folder: string;
  /** The ids of all exercises, sorted. */
  known: string[];
}

/** How a command is described and called, and what it takes beside exercises. */
export interface CommandLine {
  call: string;
  description: string;
  options: [flags: string, description: string][];
  after: string;
}

const onlyChecks: [string, string] = ["-t, --testNamePattern <text>", "only checks whose title this matches"];

export const testCommand: CommandLine = {
  call: "npm test",
  description: "Checks your exercises: each check with its feedback, and a timeline of what happened.",
  options: [onlyChecks, ["--reporter <name>", "one of vitest's reporters, such as verbose, json or junit"]],
  after: `
Examples:
  npm test                       all that you have begun
  npm test 03                    one exercise, by its number, name, folder or file
  npm test 01-05 yellow          a range, and a belt
  npm test 03 -- -t "slowest"    only the checks whose title says so

Exit codes: 0 nothing failed, 1 a check failed or could not be run.`,
};

export const watchCommand: CommandLine = {
  call: "npm run watch",
  description:
    "Checks your exercises again on each save; a page in the browser shows every check's timeline.",
  options: [onlyChecks, ["--open", "open that page in the browser"]],
  after: `
Examples:
  npm run watch                  all that you have begun
  npm run watch 03               one exercise, by its number, name, folder or file
  npm run watch 03 -- --open     and its page

It runs until you press q (or Ctrl-C).`,
};

/** What the arguments ask for, or the help text if they ask for that. Throws a UsageError for anything else. */
export function parseArguments(
  args: readonly string[],
  around: Surroundings,
  line: CommandLine = testCommand,
): TestOptions | { help: string } {
  const command = describeCommand(line);
  const see = ` Other options of vitest's: npx vitest --project exercises --help\nSee: ${line.call} -- --help`;
  const help = parseWith(command, args, { see });
  if (help !== undefined) return { help };
  const options = command.opts() as TestOptions;
  // The folder of all exercises names none of them.
  const all = resolve(around.root, "exercises");
  const named = command.args.filter((arg) => resolve(around.folder, arg) !== all);
  if (command.args.length === 0 || (named.length === 0 && around.known.length > 0)) return options;
  return { ...options, named: selectAll(named, around) };
}

function describeCommand({ call, description, options, after }: CommandLine): Command {
  const command = new Command(`${call} --`)
    .description(description)
    .argument(
      "[EXERCISE...]",
      "numbers, ranges, names, folders and belts (default: all that you have begun)",
    );
  for (const [flags, words] of options) command.option(flags, words);
  return command.addHelpText("after", after);
}

function selectAll(args: readonly string[], { root, folder, known }: Surroundings): string[] {
  if (known.length === 0) throw new UsageError("There is no exercise in exercises/. Is this a whole clone?");
  const chosen = new Set(
    args.flatMap((arg) => {
      if (arg.trim() === "")
        throw new UsageError("An argument is empty. Is a variable in your command not set?");
      return selectExercises(idOfPath(resolve(folder, arg), root, known) ?? arg, known);
    }),
  );
  return known.filter((id) => chosen.has(id));
}
