// Finds one exercise's files in a submission.
import { readEntry } from "../../../graders/engine/compile/read-exercise.ts";
import type { Tree } from "../../../graders/engine/compile/source-tree.ts";
import type { ExerciseFiles } from "../../../graders/engine/types.ts";
import { slugOf } from "../../lib/exercise-ids.ts";

/** The folders, relative to a submission's root, in which an exercise's file is looked for, in that order. */
export function foldersFor(id: string): string[] {
  return [`exercises/${id}/`, `${id}/`, ""];
}

/** An exercise's files; undefined if it was not handed in; refused as `invalid` if what is there cannot be taken. */
export async function readExercise(tree: Tree, id: string): Promise<ExerciseFiles | undefined> {
  const entry = `${slugOf(id)}.ts`;
  for (const folder of foldersFor(id)) {
    const files = await readEntry(tree, folder, entry);
    if (files) return files;
  }
  return undefined;
}
