// The student's own exercises on this disk, as the engine wants them.
import { join } from "node:path";
import { isUntouched } from "../../graders/engine/compile/compile.ts";
import { readExercise } from "../../graders/engine/compile/read-exercise.ts";
import type { ExerciseFiles } from "../../graders/engine/types.ts";
import { slugOf } from "./exercise-ids.ts";

export interface OwnExercise {
  id: string;
  files: ExerciseFiles;
  /** Nothing but comments and white space differs from the stub. */
  untouched: boolean;
}

/** Reads an exercise of the project in `root`; `stub` is its recorded stub, if there is one. */
export async function ownExercise(root: string, id: string, stub: string | undefined): Promise<OwnExercise> {
  const files = await readExercise(join(root, "exercises", id), `${slugOf(id)}.ts`);
  const source = "refused" in files ? undefined : files.files.get(files.entry);
  const untouched = source !== undefined && stub !== undefined && (await isUntouched(source, stub));
  return { id, files, untouched };
}
