// The command line of `npm run play`.
import { statSync } from "node:fs";
import { relative, resolve, sep } from "node:path";
import { Command } from "commander";
import { parseWith } from "../../lib/command-line.ts";
import { idOfPath, selectExercise } from "../../lib/exercise-ids.ts";
import type { Place } from "../../lib/one-exercise.ts";
import { similarNames } from "../../lib/similar-names.ts";
import { UsageError } from "../../lib/usage-error.ts";
import { COURSE, type Demonstration, demonstrations, demonstrationsFor } from "./course.ts";

/** Files that are drawn on one axis: absolute paths, and what each is called. */
export interface Group {
  title: string;
  files: { path: string; name: string }[];
}

export interface PlayOptions {
  /** Nothing: the course is listed. */
  groups: Group[];
  course: Demonstration[];
  watch: boolean;
  json: boolean;
  step: boolean;
  /** In the browser, too. */
  page: boolean;
  /** The project's folder. */
  root: string;
  /** Absolute. */
  svg?: string;
}

const after = `
Without an argument it lists the course. The file runs as a submission does, in the sandbox and on the virtual clock, and may
\`await\` anywhere. \`export default (world) => …\` gets services, threads and signals. Several files share one axis.

Examples:
  npm run play P6                  the demonstrations of a part of the course
  npm run play 03                  those for an exercise
  npm run play mine.ts             a file of yours
  npm run play a.ts b.ts           two, one above the other
  npm run play mine.ts -- --step   one event at a time
  npm run play mine.ts -- --watch  again on each save
  npm run play mine.ts -- --page   the same in the browser`;

/** More would be no picture. */
const MOST_FILES = 6;

/** What the arguments ask for, or the help text if they ask for that. Throws a UsageError for anything else. */
export function parseArguments(args: readonly string[], place: Place): PlayOptions | { help: string } {
  const command = new Command("npm run play")
    .description("Runs TypeScript on the virtual clock: its console with virtual times, and its timeline.")
    .argument(
      "[what...]",
      "files, a part of the course (P7), a demonstration (P7-gather), or an exercise (03)",
    )
    .option("--step", "one event of the loop at a time: arrow keys")
    .option("--watch", "again on each save")
    .option("--page", "on a page in the browser, again on each save")
    .option("--svg <file>", "writes the timeline as a picture, too")
    .option("--json", "everything, as JSON")
    .addHelpText("after", after);
  const help = parseWith(command, args, { see: " See: npm run play -- --help" });
  if (help !== undefined) return { help };
  const { svg, ...flags } = command.opts() as { [flag in "step" | "watch" | "json" | "page"]?: true } & {
    svg?: string;
  };
  const course = demonstrations(place.root);
  const groups = groupsOf(command.args, place, course);
  if (groups.length === 0 && (svg !== undefined || Object.keys(flags).length > 0))
    throw new UsageError("Name what to run: npm run play P6, or npm run play FILE.ts");
  if (svg !== undefined && groups.length > 1)
    throw new UsageError(
      `--svg writes one picture, and these are ${groups.length}. Name one: ${groups[0]!.title}`,
    );
  if (flags.step && (groups.length > 1 || groups[0]!.files.length > 1))
    throw new UsageError(
      `--step goes through one file. Name one: npm run play ${groups[0]!.files[0]!.name} -- --step`,
    );
  if (flags.json && (flags.step || flags.watch || flags.page))
    throw new UsageError("--json goes with none of --step, --watch and --page.");
  if (flags.step && (flags.watch || flags.page))
    throw new UsageError(`--step or --${flags.watch ? "watch" : "page"}: one of them.`);
  return {
    groups,
    course,
    watch: flags.watch ?? false,
    json: flags.json ?? false,
    step: flags.step ?? false,
    page: flags.page ?? false,
    root: place.root,
    ...(svg !== undefined && { svg: resolve(place.folder, svg) }),
  };
}

function groupsOf(names: readonly string[], place: Place, course: Demonstration[]): Group[] {
  const found = names.map((name) => ({ name, meant: meantBy(name, place, course) }));
  const files = found.flatMap(({ meant }) => ("path" in meant ? [meant] : []));
  const groups = found.flatMap(({ meant }) => ("path" in meant ? [] : meant.demonstrations.map(groupOf)));
  if (files.length > MOST_FILES)
    throw new UsageError(`${files.length} files are too many for one picture; name ${MOST_FILES} at most.`);
  return files.length > 0 ? [{ title: files.map(({ name }) => name).join(", "), files }, ...groups] : groups;

  function groupOf({ name, files }: Demonstration): Group {
    return {
      title: name,
      files: files.map(({ path }) => ({
        path: resolve(place.root, path),
        name: path.slice(COURSE.length + 1),
      })),
    };
  }
}

type Meant = { path: string; name: string } | { demonstrations: Demonstration[] };

function meantBy(name: string, { root, folder, known }: Place, course: Demonstration[]): Meant {
  const part = /^P\d+$/i.test(name) ? name.toUpperCase() : undefined;
  if (part !== undefined) {
    const own = course.filter((each) => each.part === part);
    if (own.length > 0) return { demonstrations: own };
    throw new UsageError(`There is no demonstration of ${part}. There are: ${partsOf(course).join(", ")}.`);
  }
  const [one] = course.filter((each) => each.name.toLowerCase() === name.toLowerCase());
  if (one) return { demonstrations: [one] };
  const path = [resolve(folder, name), resolve(root, COURSE, name), resolve(root, COURSE, `${name}.ts`)].find(
    isFile,
  );
  if (path !== undefined) {
    if (/\.m?[tj]s$/.test(path)) return { path, name: shown(path, folder) };
    throw new UsageError(`${name} is no TypeScript file.`);
  }
  if (/^\d+(-|$)/.test(name) || idOfPath(resolve(folder, name), root, known) !== undefined)
    return ofExercise(name);
  const meant = similarNames(name, [...course.map((each) => each.name), ...partsOf(course)], []);
  const question = meant.length > 0 ? ` Did you mean ${meant.join(" or ")}?` : "";
  throw new UsageError(`There is no file ${name}.${question} \`npm run play\` lists the course.`);

  function ofExercise(text: string): Meant {
    const id = selectExercise(idOfPath(resolve(folder, text), root, known) ?? text, known);
    const own = demonstrationsFor(root, id, course);
    if (own.length > 0) return { demonstrations: own };
    throw new UsageError(`The README of ${id} names no demonstration. \`npm run play\` lists the course.`);
  }
}

export function partsOf(course: readonly Demonstration[]): string[] {
  return [...new Set(course.map(({ part }) => part))];
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** As one would type it from here. */
function shown(path: string, folder: string): string {
  const near = relative(folder, path);
  return near.startsWith("..") ? path : near.split(sep).join("/");
}
