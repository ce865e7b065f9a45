// What the companion knows, as plain data: everything on the screen is drawn from this.
import type { Comparison } from "../compare/compare.ts";
import type { TakenHint } from "../hint/show.ts";
import type { Stepped } from "../step/stepped.ts";
import type { ExerciseReport } from "../test/exercise-report.ts";

export interface Exercise {
  id: string;
  title: string;
}

/** What the middle of the screen shows. */
export type View =
  | { kind: "verdict" }
  | { kind: "task" }
  | { kind: "hint"; taken: TakenHint }
  | { kind: "list"; selected: string }
  | { kind: "all" }
  | { kind: "output" }
  /** The exercise beside the course's own answers. */
  | { kind: "compare"; comparison: Comparison }
  /** One goes through the run of a check; `at` counts what has happened in it from 0. */
  | { kind: "steps"; stepped: Stepped; at: number }
  | { kind: "help" };

export interface State {
  /** Sorted by id. */
  exercises: readonly Exercise[];
  /** The id of the exercise that the screen is about. */
  current: string;
  /** The latest verdicts, by exercise. What is missing has not been graded yet. */
  reports: ReadonlyMap<string, ExerciseReport>;
  /** Exercises that are being graded, or wait for it. */
  grading: ReadonlySet<string>;
  /** Each exercise's points, once the graders are loaded. */
  points: ReadonlyMap<string, number>;
  view: View;
  /** The first line shown; undefined: where the view itself begins. */
  scroll: number | undefined;
  /** Every check's timeline, not one for each mistake. */
  timelines: boolean;
  /** Our own answers are here, to be shown to who passes. Undefined: nobody has asked yet. */
  answers: boolean | undefined;
  /** A question that y answers. */
  asking: "reset" | undefined;
  /** What was just done, or could not be. */
  notice: string;
}
