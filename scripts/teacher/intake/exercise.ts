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

export interface Placed {
  /** Of the graded file, in the submission. */
  path: string;
  files: ExerciseFiles;
}

/** An exercise's files in each of these places, in that order; refused as `invalid` if what is there cannot be taken. */
export async function readPlaces(tree: Tree, id: string): Promise<Placed[]> {
  const entry = `${slugOf(id)}.ts`;
  const found: Placed[] = [];
  for (const folder of foldersFor(id)) {
    const files = await readEntry(tree, folder, entry);
    if (files) found.push({ path: folder + entry, files });
  }
  return found;
}

/** Whether it is as the student got it. What cannot be taken is not: they must hear of that. */
export async function isStub(files: ExerciseFiles, stub: string | undefined): Promise<boolean> {
  if (stub === undefined || "refused" in files) return false;
  return isUntouched(files.files.get(files.entry)!, stub);
}
