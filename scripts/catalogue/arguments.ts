// The command line of `npm run catalogue`.
import { Command, CommanderError } from "commander";
import { selectExercises } from "../lib/exercise-ids.ts";
import { UsageError } from "../lib/usage-error.ts";

export interface CatalogueOptions {
  ids: string[];
  measure: boolean;
}

const after = `
It runs the wrong answers in solutions/ and writes graders/catalogue/: by the shapes of their traces, failures of
students are recognised. Do this after a change of a scenario or of the wrong answers; npm run verify says when.`;

/** What the arguments ask for, or the help text if they ask for that. Throws a UsageError for anything else. */
export function parseArguments(
  args: readonly string[],
  known: string[],
): CatalogueOptions | { help: string } {
  let help = "";
  const command = new Command("npm run catalogue --")
    .description("Makes the catalogue of how wrong answers fail.")
    .option("--only <exercises>", "these alone: numbers, ranges, names and belts, such as 03,05-08")
    .option("--measure", "also print how often the right misconception is named", false)
    .addHelpText("after", after)
    .allowExcessArguments(false)
    .configureOutput({ writeOut: (text) => (help += text), outputError: () => {} })
    .exitOverride();
  try {
    const { only, measure } = command.parse(args, { from: "user" }).opts();
    return { ids: only === undefined ? known : selectExercises(only as string, known), measure };
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.code === "commander.helpDisplayed") return { help };
    const fault = error.message.replace(/^error: /, "").replace(/\.?$/, ".");
    throw new UsageError(`${fault} See: npm run catalogue -- --help`);
  }
}
