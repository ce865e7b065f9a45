// The command line of `npm run package`.
import { resolve } from "node:path";
import { Argument, Command, InvalidArgumentError } from "commander";
import { parseWith } from "../../lib/command-line.ts";
import { selectExercises } from "../../lib/exercise-ids.ts";
import type { Place } from "../../lib/one-exercise.ts";
import { UsageError } from "../../lib/usage-error.ts";

export const names = ["gradescope", "github"] as const;

export interface PackageOptions {
  name: (typeof names)[number];
  /** Absolute: the folder that the package is written to. */
  out: string;
  /** Ids of the exercises that are graded; undefined for all that there are when it grades. */
  only?: string[];
  /** `owner/name`: where GitHub finds this project. */
  repository?: string;
}

const after = `
gradescope writes DIR/gradescope-autograder.zip: the files that git tracks here, as they are now, with setup.sh and
run_autograder. The same files give the same zip, byte for byte.
github writes DIR/.github/workflows/grade-class.yml, for a repository that holds a class's submissions, or may read them.
A container needs no package: see Dockerfile.

Examples:
  npm run package -- gradescope --only 01-05
  npm run package -- github --out ../class`;

/** What the arguments ask for, or the help text if they ask for that. Throws a UsageError for anything else. */
export function parseArguments(
  args: readonly string[],
  { folder, known }: Place,
): PackageOptions | { help: string } {
  const command = new Command("npm run package --")
    .description("Packages this clone for a platform that grades for you.")
    .addArgument(new Argument("<platform>", "which").choices(names))
    .option("--out <dir>", "where it is written; made if need be", "dist")
    .option("--only <exercises>", "what is graded: numbers, ranges, names and belts, such as 01-05,yellow")
    .option("--repository <owner/name>", "github: where this project is (default: origin's)", ownerAndName)
    .addHelpText("after", after)
    .allowExcessArguments(false);
  const help = parseWith(command, args, {
    see: " See: npm run package -- --help",
    missing: `Name a platform: ${names.join(" or ")}. See: npm run package -- --help`,
  });
  if (help !== undefined) return { help };
  const { out, only, repository } = command.opts() as { out: string; only?: string; repository?: string };
  if (out === "") throw new UsageError("--out is empty. Is a variable in your command not set?");
  return {
    name: command.args[0] as PackageOptions["name"],
    out: resolve(folder, out),
    ...(only !== undefined && { only: selectExercises(only, known) }),
    ...(repository !== undefined && { repository }),
  };
}

function ownerAndName(text: string): string {
  if (/^[\w.-]+\/[\w.-]+$/.test(text)) return text;
  throw new InvalidArgumentError("Give it as owner/name.");
}
