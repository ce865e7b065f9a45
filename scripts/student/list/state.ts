// Whether an exercise was begun, without grading it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { slugOf } from "../../lib/exercise-ids.ts";

export type ListState = "begun" | "not begun" | "no file";

/** An exercise is begun when more than comments and white space differs from its recorded stub. */
export async function stateOf(root: string, id: string, stub: string | undefined): Promise<ListState> {
  let source: string;
  try {
    source = readFileSync(join(root, "exercises", id, `${slugOf(id)}.ts`), "utf8");
  } catch {
    return "no file";
  }
  if (source === stub) return "not begun";
  if (stub === undefined) return "begun";
  // The compiler takes longer to load than all the rest, and is needed only now.
  const { isUntouched } = await import("../../../graders/engine/compile/compile.ts");
  return (await isUntouched(source, stub)) ? "not begun" : "begun";
}
