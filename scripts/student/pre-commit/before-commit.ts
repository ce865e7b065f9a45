// What happens before a commit. Exercises are work in progress: nothing about them ever stops it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { idPattern } from "../../lib/exercises.ts";
import { type Paint, printable, printableLines } from "../../lib/terminal.ts";
import { runTool } from "../../lib/tool.ts";
import { pointsOfExercises } from "./points.ts";
import { copyOfIndex, restage, type Staged, stagedIn, textIn } from "./staged.ts";

export interface Outcome {
  /** What to tell; none if there is nothing to say. */
  lines: string[];
  /** The commit may not be made. */
  blocked: boolean;
}

/** An answer is as its student wrote it: its layout, too. */
const isAnswer = (file: string) => file.startsWith("exercises/");
const BIOME = ["--no-errors-on-unmatched", "--files-ignore-unknown=true"];
const FORMATTED = /\.(m?[jt]s|jsonc?)$/;

/**
 * Formats what is staged but exercises, and stages that where the file has no other changes; checks lint and types; for a student tells
 * the points of the exercises in it. A student's commit is one in a student edition, or one of exercises alone.
 */
export async function beforeCommit(root: string, paint: Paint): Promise<Outcome> {
  const staged = await stagedIn(root);
  const edition = isStudentEdition(root);
  const all = [...staged.files, ...staged.deleted];
  const student = edition || all.every(isAnswer);
  if (all.length === 0) return { lines: [], blocked: false };
  using copy = await copyOfIndex(root);
  const { folder } = copy;
  const parts = [
    await format(root, folder, staged),
    await lint(folder, staged),
    await types(folder, staged),
    ...(student ? [await points(root, folder, staged, paint)] : []),
    ...(edition ? [warning(all, paint)] : []),
  ];
  const blocked = !edition && parts.some((part) => part.blocked);
  return { lines: parts.flatMap(({ lines }) => lines), blocked };
}

/** A name that no program takes for an option. */
function asPath(file: string): string {
  return `./${file}`;
}

/** `npm run handout` marks what it makes. */
function isStudentEdition(root: string): boolean {
  try {
    return JSON.parse(readFileSync(join(root, "package.json"), "utf8")).asyncDojo?.edition === "student";
  } catch {
    return false;
  }
}

/** `folder` is formatted then. What cannot be read is left to the type check. */
async function format(root: string, folder: string, { files }: Staged): Promise<Outcome> {
  const wanted = files.filter((file) => FORMATTED.test(file) && !isAnswer(file));
  if (wanted.length === 0) return { lines: [], blocked: false };
  const before = new Map(wanted.map((file) => [file, textIn(folder, file)]));
  await runTool(folder, "biome", ["format", "--write", ...BIOME, "--", ...wanted.map(asPath)]);
  const changed = wanted.filter((file) => textIn(folder, file) !== before.get(file));
  const left: string[] = [];
  const done: string[] = [];
  for (const file of changed) ((await restage(root, folder, file)) ? done : left).push(file);
  return {
    lines: [
      ...(done.length > 0 ? [`Formatted: ${done.map(printable).join(", ")}`] : []),
      ...left.map(
        (file) =>
          `Not formatted, since more of it would be committed: ${printable(file)}. npm run format, then git add it.`,
      ),
    ],
    blocked: left.length > 0,
  };
}

async function lint(folder: string, { files }: Staged): Promise<Outcome> {
  const wanted = files.filter((file) => FORMATTED.test(file) && !isAnswer(file));
  if (wanted.length === 0) return { lines: [], blocked: false };
  const { code, output } = await runTool(folder, "biome", [
    "lint",
    "--error-on-warnings",
    ...BIOME,
    "--",
    ...wanted.map(asPath),
  ]);
  return code === 0 ? { lines: [], blocked: false } : { lines: told(output), blocked: true };
}

/** Types of the projects that have staged files; of exercises only the staged files' own errors are told. */
async function types(folder: string, { files, deleted }: Staged): Promise<Outcome> {
  const all = [...files, ...deleted].filter((file) => file.endsWith(".ts"));
  const touched = (top: string) => all.some((file) => file.startsWith(`${top}/`));
  const projects = ["graders", "scripts"].filter(
    (top) => touched(top) && textIn(folder, `${top}/tsconfig.json`),
  );
  if (touched("exercises") || touched("solutions")) projects.push(".");
  const lines: string[] = [];
  let blocked = false;
  for (const project of projects) {
    const { code, output } = await runTool(folder, "tsc", ["-p", project, "--pretty", "false"]);
    if (code === 0) continue;
    const errors = told(output);
    const own = errors.filter((line) => all.some((file) => line.startsWith(`${file}(`)));
    const others = errors.filter((line) => !line.startsWith("exercises/"));
    if (project === ".") lines.push(...new Set([...own, ...others]));
    else lines.push(...errors);
    blocked ||= project !== "." || others.length > 0;
  }
  return { lines, blocked };
}

async function points(root: string, folder: string, { files }: Staged, paint: Paint): Promise<Outcome> {
  const ids = files.flatMap((file) => /^exercises\/([^/]+)\/(?!\.).*\.ts$/.exec(file)?.[1] ?? []);
  const touched = [...new Set(ids)].filter((id) => idPattern.test(id)).sort();
  const lines = touched.length > 0 ? await pointsOfExercises(root, folder, touched, paint) : [];
  return { lines, blocked: false };
}

function warning(all: string[], paint: Paint): Outcome {
  const theirs = ["graders", "solutions"].filter((top) => all.some((file) => file.startsWith(`${top}/`)));
  if (theirs.length === 0) return { lines: [], blocked: false };
  const where = theirs.map((top) => `${top}/`).join(" and ");
  const lines = [
    `This commit changes ${where}. You are graded by your teacher's copy: what you change there counts for nothing.`,
    `To leave it out: git restore --staged ${theirs.join(" ")}`,
  ];
  return { lines: lines.map((line) => paint("yellow", line)), blocked: false };
}

function told(output: string): string[] {
  return printableLines(output.trimEnd()).split("\n");
}
