// The command line of `npm run verify`.
import { Command, InvalidArgumentError } from "commander";
import { parseWith } from "../../lib/command-line.ts";
import { selectExercises } from "../../lib/exercise-ids.ts";

export interface VerifyOptions {
  /** Ids; undefined for all. */
  only?: string[];
  /** The evidence alone. */
  evidence: boolean;
  /** With what the evidence is graded; undefined for the usual ones. */
  seeds?: number[];
  /** Record the stubs first. */
  writeStubs: boolean;
}

const examples = `
Examples:
  npm run verify                              everything: format, lint, types, unit tests, evidence
  npm run verify -- --evidence                every grader against its evidence, alone
  npm run verify -- --only 03                 the evidence of one exercise, alone
  npm run verify -- --only 36 --write-stubs   and record its stub as what students get
  npm run verify -- --evidence --seeds 1-200  every grader against its evidence, 200 times
  CI=1 npm run verify                         the same as everything, and no verdict is taken from an earlier time

Exit codes: 0 all of it holds, 1 something does not, or wrong usage.`;

/** What the arguments ask for, or the help text if they ask for that. Throws a UsageError for anything else. */
export function parseArguments(args: readonly string[], known: string[]): VerifyOptions | { help: string } {
  const command = new Command("npm run verify --")
    .description("The project's own checks. The last line is their count.")
    .option(
      "--only <exercises>",
      "the evidence of these alone: numbers, ranges, names and belts, such as 03,05-08",
      gather,
    )
    .option("--evidence", "the evidence alone", false)
    .option(
      "--seeds <seeds>",
      "the evidence alone, with each of these seeds: a number or a range, such as 1-200",
      seedsOf,
    )
    .option("--write-stubs", "first record the exercises' files as their stubs in graders/stubs.json", false)
    .addHelpText("after", examples)
    .allowExcessArguments(false);
  const help = parseWith(command, args, { see: " See: npm run verify -- --help" });
  if (help !== undefined) return { help };
  const { only, evidence, seeds, writeStubs } = command.opts();
  const ids = only === undefined ? {} : { only: selectExercises((only as string[]).join(","), known) };
  const alone = evidence || only !== undefined || seeds !== undefined;
  return { ...ids, ...(seeds === undefined ? {} : { seeds }), evidence: alone, writeStubs };
}

/** `7` or `1-200`, both included. Throws what commander tells as wrong usage. */
function seedsOf(text: string): number[] {
  const [, first, last = first] = /^(\d{1,9})(?:-(\d{1,9}))?$/.exec(text) ?? [];
  const count = Number(last) - Number(first) + 1;
  if (first === undefined || count < 1 || count > 10_000)
    throw new InvalidArgumentError("Give a number or a range of at most 10,000, such as 1-200.");
  return Array.from({ length: count }, (_, index) => Number(first) + index);
}

function gather(value: string, before: string[] = []): string[] {
  return [...before, value];
}
