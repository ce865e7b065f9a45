// Whether exercises were begun, without grading them.
import { EngineError } from "../../../graders/engine/errors.ts";
import { OwnExercises } from "../../../graders/engine/own/own-exercises.ts";

export type ListState = "begun" | "not begun" | "no file";

/** Asks of the exercises in the project in `root`: one is begun when more than comments and white space differs from its stub. */
export function statesIn(root: string): (id: string) => Promise<ListState> {
  const open = () => Promise.reject(new EngineError("Nothing is graded here."));
  const exercises = new OwnExercises({ root, open });
  return async (id) => {
    const { files, untouched } = await exercises.read(id);
    if ("refused" in files && files.refused === "missing") return "no file";
    return untouched ? "not begun" : "begun";
  };
}
