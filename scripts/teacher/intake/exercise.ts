// Finds one exercise's files in a submission.
import { isUntouched } from "../../../graders/engine/compile/compile.ts";
import { readEntry } from "../../../graders/engine/compile/read-exercise.ts";
import type { Tree } from "../../../graders/engine/compile/source-tree.ts";
import type { ExerciseFiles } from "../../../graders/engine/types.ts";
import { slugOf } from "../../lib/exercise-ids.ts";

/** The folders, relative to a submission's root, in which an exercise's file is looked for, in that order. */
export function foldersFor(id: string): string[] {
  return [`exercises/${id}/`, `${id}/`, ""];
}

/** An exercise's files in each of these places, in that order; refused as `invalid` if what is there cannot be taken. */
export async function readPlaces(tree: Tree, id: string): Promise<ExerciseFiles[]> {
  const entry = `${slugOf(id)}.ts`;
  const found: ExerciseFiles[] = [];
  for (const folder of foldersFor(id)) {
    const files = await readEntry(tree, folder, entry);
    if (files) found.push(files);
  }
  return found;
}

/**
 * The first of these that was begun: many hand in the folder that they were given, and beside it their answer. Where none
 * was, or no stub is known, the first of all; undefined where there is none.
 */
export async function firstBegun(
  found: readonly ExerciseFiles[],
  stub: string | undefined,
): Promise<ExerciseFiles | undefined> {
  if (found.length > 1) for (const files of found) if (!(await isStub(files, stub))) return files;
  return found[0];
}

/** Whether it is as the student got it. What cannot be taken is not: they must hear of that. */
export async function isStub(files: ExerciseFiles, stub: string | undefined): Promise<boolean> {
  if (stub === undefined || "refused" in files) return false;
  return isUntouched(files.files.get(files.entry)!, stub);
}
