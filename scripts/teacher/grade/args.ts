// The command line of `npm run grade`: what may be written, and what it means.
import { availableParallelism } from "node:os";
import { join, resolve } from "node:path";
import { Command, InvalidArgumentError, Option } from "commander";
import { parseWith } from "../../lib/command-line.ts";
import { UsageError } from "../../lib/usage-error.ts";
import { type PlatformName, platformNames } from "../identity/owner.ts";
import type { Place } from "../intake/submissions.ts";
import { readAddress, withQueueOptions } from "../queue/address.ts";
import type { QueueOptions } from "../queue/coordinator.ts";
import { defaultFormats, formats, selectFormats, table } from "../reports/formats.ts";
import { type ColumnNames, parseColumns } from "../reports/moodle/columns.ts";
import { type LatePolicy, offsetOf, parseDue, parseLate } from "../roster/late.ts";

export interface GradeOptions {
  places: Place[];
  /** Absolute. */
  out: string;
  /** As written; undefined for all exercises. */
  only?: string;
  /** Names of the registry in reports/formats.ts. */
  formats: string[];
  /** Whose download it is, where the teacher says so. */
  platform?: PlatformName;
  /** Absolute: the CSV file of who is in the class. */
  roster?: string;
  /** Absolute: the JSON file of who could not be fetched. */
  notFetched?: string;
  /** Real ms. */
  due?: number;
  /** Its offset: `+01:00`. */
  offset?: string;
  late?: LatePolicy;
  /** Which of a student's attempts counts. */
  attempts: "best" | "last";
  /** Submissions beside each other are joined where their names say that they are attempts. */
  joinAttempts?: boolean;
  /** The worksheet of Moodle's that is to be filled in: its path, absolute, and what its columns are called. */
  moodle?: { path: string; columns: ColumnNames };
  /** Nothing is graded: how this student's mark came to be, and in which exercise (as written; all of them if undefined). */
  explain?: { student: string; exercise?: string };
  /** Absolute: the CSV file of what the teacher decided. */
  decisions?: string;
  /** Canvas' assignments that marks go to, as written. */
  canvasColumn?: string[];
  /** Type errors are looked for, and cost so much: percent of an exercise's points. */
  types?: { cost: number };
  /** Something to look at makes the command fail. */
  strict?: boolean;
  jobs: number;
  sandbox: "auto" | "strict";
  seed: number;
  /** Programs are run by the workers there. */
  queue?: QueueOptions;
}

export interface Surroundings {
  /** The project's root, where examples/class is. */
  root: string;
  /** What relative paths start from. */
  folder: string;
  env: NodeJS.ProcessEnv;
}

const maxJobs = 256;
/** Large enough that nobody can try them all; a double holds it. */
const maxSeed = Number.MAX_SAFE_INTEGER;

const examples = `
Formats:
  ${table.padEnd(17)}what this terminal shows at the end
${formats.map(({ name, about, files }) => `  ${name.padEnd(17)}${files.join(", ")}: ${about}`).join("\n")}

Examples:
  npm run grade                                   the sample class in examples/class
  npm run grade -- ~/class                        every folder in it is a submission
  npm run grade -- class.zip                      as Canvas or Moodle packs it; .tar.gz and .tar, too
  npm run grade -- ada/ bela.zip chidi/timeout.ts single submissions
  npm run grade -- ~/class --only 03,05-08,white --jobs 4
  npm run grade -- ~/class --decisions mine.csv   id,exercise,decision,value,reason: ada,03,points,8,on paper
  npm run grade -- --explain ada 03               how a mark came to be
  npm run grade -- ~/class --queue redis://localhost:6379 --queue-key queue.key    other machines run the programs

Exit codes: 0 graded (whatever the marks), 1 wrong usage or input, 2 graded, but something needs your eye (--strict),
3 graded, but a grader failed (grader-error).`;

/** What the arguments ask for, or the help text if they ask for that. Throws a UsageError for anything else. */
export function parseArgs(args: readonly string[], around: Surroundings): GradeOptions | { help: string } {
  const command = describe();
  const help = parseWith(command, args, { see: "\nSee: npm run grade -- --help" });
  if (help !== undefined) return { help };
  const { queue, queueKey, queuePrefix, priority, ...opts } = command.opts();
  const { out, only, format, single, roster, notFetched, due, late, moodle, moodleColumns, ...others } = opts;
  const { decisions, explain, types, typesCost, ...rest } = others;
  const paths = [out, roster, moodle, decisions, notFetched, ...command.args];
  if (paths.includes("")) throw new UsageError("A path is empty. Is a variable in your command not set?");
  if (late !== undefined && due === undefined)
    throw new UsageError("--late needs --due: when was it due? Give it as in --due 2026-12-01T23:59+01:00");
  if (moodleColumns !== undefined && moodle === undefined)
    throw new UsageError("--moodle-columns needs --moodle: which worksheet's columns are they?");
  if (queue === undefined && (queueKey ?? queuePrefix ?? priority) !== undefined)
    throw new UsageError(
      "--queue-key, --queue-prefix and --priority need --queue: where do the workers look?",
    );
  const address =
    queue === undefined
      ? undefined
      : readAddress({ queue, key: queueKey, prefix: queuePrefix }, around.env, around.folder);
  const worksheet = moodle !== undefined && {
    path: resolve(around.folder, moodle),
    columns: parseColumns(moodleColumns?.join(",") ?? ""),
  };
  const asked = explain ? explained(command.args) : undefined;
  return {
    ...rest,
    ...(asked && { explain: asked }),
    ...(worksheet && { moodle: worksheet }),
    ...(address && { queue: { address, priority: priority ?? false } }),
    ...(roster !== undefined && { roster: resolve(around.folder, roster) }),
    ...(decisions !== undefined && { decisions: resolve(around.folder, decisions) }),
    ...(notFetched !== undefined && { notFetched: resolve(around.folder, notFetched) }),
    ...(due !== undefined && { due: parseDue(due), offset: offsetOf(due) }),
    ...((types || typesCost !== undefined) && { types: { cost: typesCost ?? 0 } }),
    ...(late !== undefined && { late: parseLate(late) }),
    formats: format ? selectFormats(format.join(",")) : [...defaultFormats],
    // The sample class holds the white belt, and its table is about that.
    only: only?.join(",") ?? (command.args.length === 0 ? "white" : undefined),
    out: out === undefined ? resolve("report") : resolve(around.folder, out),
    places: placesOf(command.args, around, single),
  } as GradeOptions;
}

function explained([student, exercise, ...more]: readonly string[]): NonNullable<GradeOptions["explain"]> {
  if (student === undefined || more.length > 0)
    throw new UsageError(
      "--explain takes a student and perhaps an exercise: npm run grade -- --explain ada 03",
    );
  return { student, ...(exercise !== undefined && { exercise }) };
}

function describe(): Command {
  const command = new Command("npm run grade --")
    .description("Grades submissions: prints a table and writes report/.")
    .argument(
      "[PATH...]",
      "submissions; folders or archives of them (default: examples/class, its white belt)",
    )
    .option("--out <folder>", "where all that is written goes (default: report)")
    .option("--format <names>", `what is written (default: ${defaultFormats.join(",")}); see below`, gather)
    .option("--only <exercises>", "numbers, ranges, names and belts: 03,05-08,white", gather)
    .option("--single", "each PATH is a folder with one student's submission, whatever lies in it")
    .addOption(
      new Option("--platform <name>", "whose download it is, where that is not recognised").choices(
        platformNames,
      ),
    )
    .option("--roster <file>", "who is in the class: CSV with id, name, email, section and a platform's ids")
    .option(
      "--not-fetched <file>",
      "who could not be fetched, and why: JSON that scripts/clone-class.ts writes",
    )
    .option("--due <time>", "when it was due, with its offset: 2026-12-01T23:59+01:00")
    .option("--late <rules>", "what lateness costs: grace=15m,percent=10,floor=50 (percent a day)")
    .addOption(
      new Option("--attempts <which>", "of several attempts (ada/attempt-1, ada/attempt-2) which counts")
        .choices(["best", "last"])
        .default("last"),
    )
    .option("--join-attempts", "takes ada_attempt-1 and ada_attempt-2, beside each other, for one student's")
    .option("--explain", "PATH is a student, and perhaps an exercise: how the mark in --out came to be")
    .option(
      "--decisions <file>",
      "overrides, excuses, extensions, comments, weights: CSV; kept until another is given",
    )
    .option(
      "--canvas-column <title>",
      'which of Canvas\' assignments canvas.csv is for: "Three APIs (98765)", "03=Three APIs (98765)"',
      gather,
    )
    .option("--moodle <worksheet>", "fills in the grading worksheet that you downloaded: moodle.csv")
    .option("--moodle-columns <names>", "what its columns are called: grade=Bewertung,feedback=…", gather)
    .option("--types", "type errors, as an editor shows them, beside the marks; they change none")
    .option(
      "--types-cost <percent>",
      "so much of an exercise's points they take off its mark",
      wholeNumber(0, 100),
    )
    .option("--strict", "ends with exit code 2 if anything needs your eye")
    .addOption(
      new Option("--jobs <n>", "how many submissions at a time")
        .argParser(wholeNumber(1, maxJobs))
        .default(Math.min(availableParallelism(), maxJobs), "the number of cores"),
    )
    .addOption(
      new Option(
        "--sandbox <mode>",
        "auto: every layer that this machine offers; strict: all of them, or no grading",
      )
        .choices(["auto", "strict"])
        .default("auto"),
    )
    .option("--seed <n>", "of all that is generated: same seed, same results", wholeNumber(0, maxSeed), 1)
    .addHelpText("after", examples);
  return withQueueOptions(command).option("--priority", "with --queue: before the classes that wait there");
}

function gather(value: string, before: string[] = []): string[] {
  return [...before, value];
}

function wholeNumber(min: number, max: number) {
  return (text: string): number => {
    const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    if (number >= min && number <= max) return number;
    throw new InvalidArgumentError(`Give a whole number from ${min} to ${max}`);
  };
}

function placesOf(paths: string[], { root, folder }: Surroundings, single?: boolean): Place[] {
  if (paths.length === 0) return [{ given: "examples/class", absolute: join(root, "examples", "class") }];
  return paths.map((given) => ({ given, absolute: resolve(folder, given), ...(single && { single }) }));
}

/**
 * npm runs a script in the project's folder; what the teacher wrote is relative to where npm was called. Only for our own
 * script: other npm scripts that start this command have their own idea of the current folder.
 */
export function callersFolder(env: NodeJS.ProcessEnv, cwd: string): string {
  return env.npm_lifecycle_event === "grade" && env.INIT_CWD ? env.INIT_CWD : cwd;
}

/** A warning if npm kept our flags to itself, which it does without the `--`; undefined if not. */
export function flagsLostToNpm(env: NodeJS.ProcessEnv): string | undefined {
  if (env.npm_lifecycle_event !== "grade") return undefined;
  const lost = [
    "jobs",
    "seed",
    "sandbox",
    "out",
    "format",
    "roster",
    "due",
    "late",
    "attempts",
    "join-attempts",
    "moodle",
    "single",
    "platform",
    "strict",
    "types",
    "types-cost",
    "canvas-column",
    "decisions",
    "explain",
    "queue",
    "queue-key",
    "queue-prefix",
    "priority",
  ].filter((name) => env[`npm_config_${name.replaceAll("-", "_")}`] !== undefined);
  if (lost.length === 0) return undefined;
  return `npm kept --${lost.join(" and --")} to itself. Put \`--\` first: npm run grade -- --${lost[0]} …`;
}
