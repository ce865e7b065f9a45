// The command line of `npm run score`.
import { Command, InvalidArgumentError } from "commander";
import { parseWith } from "../../lib/command-line.ts";

export interface ScoreOptions {
  json?: boolean;
  /** Percent of all points. */
  min?: number;
}

const examples = `
Examples:
  npm run score
  npm run score -- --json > score.json
  npm run score -- --min 60

Exit codes: 0 counted, 1 less than --min or wrong usage, 3 a check could not be run (which is not your fault).`;

/** What the arguments ask for, or the help text if they ask for that. Throws a UsageError for anything else. */
export function parseArguments(args: readonly string[]): ScoreOptions | { help: string } {
  const command = new Command("npm run score --")
    .description("Your points over all exercises, belt by belt, and what is next.")
    .option("--json", "as JSON")
    .option("--min <percent>", "exit with 1 if there are fewer points than this", percent)
    .addHelpText("after", examples)
    .allowExcessArguments(false);
  const help = parseWith(command, args, { see: " See: npm run score -- --help" });
  if (help !== undefined) return { help };
  return command.opts();
}

function percent(text: string): number {
  const number = /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  if (number <= 100) return number;
  throw new InvalidArgumentError("Give a number from 0 to 100, such as --min 60.");
}
