// The command line of `npm run handout`.
import { relative, resolve, sep } from "node:path";
import { Command } from "commander";
import { parseWith } from "../../lib/command-line.ts";
import { selectExercises } from "../../lib/exercise-ids.ts";
import type { Place } from "../../lib/one-exercise.ts";
import { UsageError } from "../../lib/usage-error.ts";

export interface HandoutOptions {
  /** Absolute. */
  dir: string;
  ids: string[];
  /** Our right answers are packed, and shown to those who pass. */
  compare: boolean;
}

const after = `
The folder must not exist, or be empty. It gets exercises, the students' commands and graders that are not to be read at a
glance; no solutions. Ghosts and the diagnosis of mistakes come from records made now. Verdicts are the same as here.`;

/** What the arguments ask for, or the help text if they ask for that. Throws a UsageError for anything else. */
export function parseArguments(
  args: readonly string[],
  { root, folder, known }: Place,
): HandoutOptions | { help: string } {
  const command = new Command("npm run handout --")
    .description("Writes the student edition into a folder, ready to be pushed as a template repository.")
    .argument("<dir>", "the folder to make")
    .option("--only <exercises>", "these alone: numbers, ranges, names and belts, such as 01-05,yellow")
    .option("--compare", "with our right answers, packed: npm run compare shows them to those who pass")
    .addHelpText("after", after)
    .allowExcessArguments(false);
  const help = parseWith(command, args, {
    see: " See: npm run handout -- --help",
    missing: "Name the folder to make: npm run handout -- ../async-dojo-exercises",
  });
  if (help !== undefined) return { help };
  const dir = resolve(folder, command.args[0]!);
  const inside = relative(root, dir);
  if (inside.split(sep)[0] !== ".." && resolve(root, inside) === dir)
    throw new UsageError(
      `${command.args[0]} lies in this project. Name a folder outside, such as ../async-dojo-exercises`,
    );
  const { only, compare = false } = command.opts() as { only?: string; compare?: true };
  return { dir, ids: only === undefined ? known : selectExercises(only, known), compare };
}
