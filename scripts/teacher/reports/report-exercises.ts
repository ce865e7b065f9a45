// What was graded, as reports show it: each exercise with its title, belt and checks.
import type { Grader } from "../../../graders/kit/grader.ts";
import { beltOf } from "../../lib/belts.ts";
import { titleOf } from "../../lib/exercises.ts";
import type { ReportExercise } from "../class-report.ts";

/** `root`: the project's folder, where the exercises' READMEs are. `graders`: sorted by id. */
export function reportExercises(graders: readonly Grader[], root: string): ReportExercise[] {
  return graders.map(({ id, checks }) => {
    const belt = beltOf(id)?.name;
    return {
      id,
      title: titleOf(root, id),
      ...(belt !== undefined && { belt }),
      maxScore: checks.reduce((sum, { points }) => sum + points, 0),
      checks: checks.map(({ title, points }) => ({ title, maxScore: points })),
    };
  });
}
