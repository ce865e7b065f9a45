// Which of Canvas' own assignments the marks go to: what --canvas-column says.

import { selectExercise } from "../../lib/exercise-ids.ts";
import { UsageError } from "../../lib/usage-error.ts";

export interface CanvasColumn {
  /** As Canvas' exported gradebook calls it: `Three APIs (98765)`. */
  title: string;
  /** The exercise whose points go there; absent for the mark of all. */
  exercise?: string;
  /** What it is worth there, to which points are scaled; absent where nothing says so. */
  points?: number;
}

/**
 * `Three APIs (98765)`, or `03=Three APIs (98765)`. `assignments`: those of Canvas' exported gradebook, if that is the roster.
 * Throws a UsageError for what Canvas would take for a new assignment.
 */
export function canvasColumns(
  given: readonly string[],
  known: readonly string[],
  assignments?: ReadonlyMap<string, number | undefined>,
): CanvasColumn[] {
  return given.map((text) => {
    const [, of, rest] = /^([\w-]+)=(.*)$/s.exec(text) ?? [undefined, undefined, text];
    const title = rest!.trim();
    if (!/\S \(\d+\)$/.test(title))
      throw new UsageError(
        `--canvas-column "${text}": Canvas would make a new assignment of it. Write it as in Canvas' exported gradebook, ` +
          'with its number: "Three APIs (98765)", or for one exercise "03=Three APIs (98765)".',
      );
    if (assignments && !assignments.has(title))
      throw new UsageError(
        `--canvas-column "${text}": the gradebook that you gave as --roster has no such column. It has: ${[...assignments.keys()].join(", ") || "none"}.`,
      );
    const points = assignments?.get(title);
    return {
      title,
      ...(of !== undefined && { exercise: selectExercise(of, known) }),
      ...(points !== undefined && { points }),
    };
  });
}
