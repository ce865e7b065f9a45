// An exercise's pieces as they lie in the three trees: exercises/, solutions/, graders/.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { slugOf } from "../../lib/exercise-ids.ts";
import { idPattern } from "../../lib/exercises.ts";

/** The list of wrong answers that are made from right ones, beside the exercise's reference solution. */
export const GENERATED = "generated.json";

/** A solution file: `name` is relative to its exercise's folder in solutions/, such as `wrong/x.ts`. */
export interface Solution {
  name: string;
  text: string;
}

export interface ExercisePieces {
  id: string;
  /** `three-apis.ts` */
  entry: string;
  stub?: string;
  readme?: string;
  reference?: string;
  alsoCorrect: Solution[];
  wrong: Solution[];
}

/** Every exercise id that any of the three trees knows, sorted. */
export function allIds(root: string): string[] {
  const graders = namesIn(join(root, "graders")).flatMap(
    (name) => /^(\d{2}-.*?)(?<!\.test)\.ts$/.exec(name)?.[1] ?? [],
  );
  const folders = ["exercises", "solutions"].flatMap((tree) => namesIn(join(root, tree)));
  return [...new Set([...graders, ...folders.filter((name) => idPattern.test(name))])].sort();
}

/** What is there of the exercise `id` in the project in `root`. */
export function readPieces(root: string, id: string): ExercisePieces {
  const entry = `${slugOf(id)}.ts`;
  const stub = readText(join(root, "exercises", id, entry));
  const readme = readText(join(root, "exercises", id, "README.md"));
  const reference = readText(join(root, "solutions", id, entry));
  return {
    id,
    entry,
    ...(stub === undefined ? {} : { stub }),
    ...(readme === undefined ? {} : { readme }),
    ...(reference === undefined ? {} : { reference }),
    alsoCorrect: solutionsIn(root, id, "also-correct"),
    wrong: solutionsIn(root, id, "wrong"),
  };
}

function solutionsIn(root: string, id: string, kind: string): Solution[] {
  const folder = join(root, "solutions", id, kind);
  return namesIn(folder)
    .filter((name) => name.endsWith(".ts"))
    .map((name) => ({ name: `${kind}/${name}`, text: readText(join(folder, name)) ?? "" }));
}

/** Names of a folder's entries, sorted; none if there is no such folder. */
export function namesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).sort() : [];
}

/** A file's text with line ends as `\n`; undefined if it is not there. */
export function readText(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, "utf8").replaceAll("\r\n", "\n") : undefined;
}
