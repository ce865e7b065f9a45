// The command line of `npm run similar`.
import { resolve } from "node:path";
import { Command } from "commander";
import { parseWith } from "../../lib/command-line.ts";
import { selectExercises } from "../../lib/exercise-ids.ts";
import { UsageError } from "../../lib/usage-error.ts";
import type { Place } from "../intake/submissions.ts";

export interface SimilarOptions {
  places: Place[];
  /** Of an earlier class: compared with these, and not among each other. */
  earlier: Place[];
  /** Ids, sorted. */
  ids: string[];
  /** Absolute. */
  out: string;
}

const notes = `
Examples:
  npm run similar -- class.zip                 as for npm run grade: folders, archives, downloads
  npm run similar -- ~/class --only 05-08,yellow
  npm run similar -- ~/class --earlier ~/class-2025.zip

Names, layout, comments and types make no difference. What the stub gave, what the course's own answers hold, and what
more than a third of the class have counts nothing; who has an answer of the course's is listed. What is left is a list to look at, and proves nothing: people work
together, read the same page, or think alike.

Exit codes: 0 compared (whatever was found), 1 wrong usage or input.`;

/** What the arguments ask for, or the help text if they ask for that. Throws a UsageError for anything else. */
export function parseArguments(
  args: readonly string[],
  known: readonly string[],
  folder: string,
): SimilarOptions | { help: string } {
  const command = new Command("npm run similar --")
    .description("Lists submissions that are more alike than chance makes them, and writes similar.csv.")
    .argument("<PATH...>", "submissions; folders or archives of them")
    .option("--only <exercises>", "numbers, ranges, names and belts: 03,05-08,white", gather)
    .option("--earlier <path>", "last year's class: who of this one has an answer of that one's", gather)
    .option("--out <folder>", "where similar.csv goes (default: report)")
    .addHelpText("after", notes);
  const help = parseWith(command, args, { see: "\nSee: npm run similar -- --help" });
  if (help !== undefined) return { help };
  const { only, out, earlier = [] } = command.opts<{ only?: string[]; out?: string; earlier?: string[] }>();
  if (out === "" || command.args.includes(""))
    throw new UsageError("A path is empty. Is a variable in your command not set?");
  return {
    places: command.args.map((given) => ({ given, absolute: resolve(folder, given) })),
    earlier: earlier.map((given) => ({ given, absolute: resolve(folder, given) })),
    ids: only === undefined ? [...known] : selectExercises(only.join(","), known),
    out: out === undefined ? resolve("report") : resolve(folder, out),
  };
}

function gather(value: string, before: string[] = []): string[] {
  return [...before, value];
}
