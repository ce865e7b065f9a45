// The command line of `npm run mutants`.
import { Command } from "commander";
import { parseWith } from "../../lib/command-line.ts";
import { selectExercises } from "../../lib/exercise-ids.ts";

export interface MutantsOptions {
  /** Ids, sorted. */
  ids: string[];
  /** Also mutate what is in also-correct/. */
  all: boolean;
}

const examples = `
Examples:
  npm run mutants                           the reference solution of every exercise
  npm run mutants -- --only 03,05-08,white  of these exercises
  npm run mutants -- --only 09 --all        and the other right answers, which takes about ten times as long

A mutant that gets full marks is a hole in the grader, or equivalent: then it is listed, with the reason, in the
exercise's solutions/NN-slug/equivalent-mutants.json. What --all adds is for a closer look now and then, and many of
its survivors are equivalent.

Exit codes: 0 every mutant is killed or listed, 1 one survives, a list is out of date, or wrong usage.`;

/** What the arguments ask for, or the help text if they ask for that. Throws a UsageError for anything else. */
export function parseArguments(args: readonly string[], known: string[]): MutantsOptions | { help: string } {
  const command = new Command("npm run mutants --")
    .description(
      "Changes each right answer in one small way after another: no such mutant may get full marks.",
    )
    .option("--only <exercises>", "of these alone: numbers, ranges, names and belts", gather)
    .option("--all", "mutate also-correct/ too, not the reference solutions alone", false)
    .addHelpText("after", examples)
    .allowExcessArguments(false);
  const help = parseWith(command, args, { see: " See: npm run mutants -- --help" });
  if (help !== undefined) return { help };
  const { only, all } = command.opts();
  return { ids: only === undefined ? known : selectExercises((only as string[]).join(","), known), all };
}

function gather(value: string, before: string[] = []): string[] {
  return [...before, value];
}
