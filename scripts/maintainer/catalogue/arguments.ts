// The command line of `npm run catalogue`.
import { Command, InvalidArgumentError } from "commander";
import { parseWith } from "../../lib/command-line.ts";
import { selectExercises } from "../../lib/exercise-ids.ts";

export interface CatalogueOptions {
  ids: string[];
  measure: boolean;
  /** Record figures of diagnosis that are worse than before. */
  acceptWorse: boolean;
  /** Choose the generated wrong answers first. */
  generate: boolean;
  /** Choose anew which generated inputs are asked first, of those of so many seeds; undefined: leave them. */
  inputs: number | undefined;
  /** Print the generated wrong answers, and do nothing. */
  show: boolean;
}

/** Of so many seeds' inputs are chosen those that are asked first. */
const SEEDS = 20;

const after = `
It runs the answers in solutions/ and writes graders/catalogue/: by the shapes of their traces, failures of students are
recognised. And it writes into each wrong answer's first line what else it fails, and into solutions/diagnosis.json how
often the right misconception is named. Some wrong answers are made from right ones by operators (scripts/maintainer/mutants/): each
exercise's generated.json lists which. Do this after a change of a grader or of the wrong answers; npm run verify says when.

Where a check's inputs are generated, graders/catalogue/inputs/ lists those that are asked first. --inputs tries the wrong
answers and the mutants of the reference solution (see npm run mutants) with those of ${SEEDS} seeds, or of as many as you say
(200 take ten times as long), and chooses few of which each program that fails with any fails with one.`;

/** What the arguments ask for, or the help text if they ask for that. Throws a UsageError for anything else. */
export function parseArguments(
  args: readonly string[],
  known: string[],
): CatalogueOptions | { help: string } {
  const command = new Command("npm run catalogue --")
    .description("Writes down how wrong answers fail.")
    .option("--only <exercises>", "these alone: numbers, ranges, names and belts, such as 03,05-08")
    .option("--measure", "also print how often the right misconception is named", false)
    .option("--accept-worse", "record how often it is named even where that got worse", false)
    .option("--generate", "first choose anew which wrong answers are made from right ones", false)
    .option(
      "--inputs [seeds]",
      "first choose anew which generated inputs are asked first; see below",
      toSeeds,
    )
    .option("--show", "print the wrong answers that are made from right ones, and do nothing else", false)
    .addHelpText("after", after)
    .allowExcessArguments(false);
  const help = parseWith(command, args, { see: " See: npm run catalogue -- --help" });
  if (help !== undefined) return { help };
  const { only, inputs, ...flags } = command.opts();
  const ids = only === undefined ? known : selectExercises(only as string, known);
  const seeds = inputs === true ? SEEDS : (inputs as number | undefined);
  return { ids, inputs: seeds, ...(flags as Omit<CatalogueOptions, "ids" | "inputs">) };
}

function toSeeds(value: string): number {
  if (/^[1-9]\d{0,3}$/.test(value)) return Number(value);
  throw new InvalidArgumentError("Give a number of seeds from 1 to 9999.");
}
