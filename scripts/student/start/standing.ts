// The score so far, from the verdicts that the companion has.
import { type Score, summed } from "../score/score.ts";
import { type ExerciseReport, stateOfExercise, totalOf } from "../test/exercise-report.ts";
import type { Exercise, State } from "./types.ts";

/** As `npm run score` has it; what has not been graded yet counts as not begun. */
export function scoreOf({ exercises, reports, points }: State): Score {
  return summed(
    exercises.map(({ id }) => {
      const report = reports.get(id);
      const maxScore = points.get(id) ?? (report ? totalOf(report).maxScore : 0);
      if (!report || isUntouched(report))
        return { id, score: 0, maxScore, outcome: "skipped" as const, untouched: true };
      const bad = report.checks.find(({ verdict }) => verdict.outcome !== "passed");
      return {
        id,
        score: totalOf(report).score,
        maxScore,
        outcome: bad?.verdict.outcome ?? "passed",
        untouched: false,
      };
    }),
  );
}

/** Whether these exercises have all been looked at: before, what is said of their points is too little. */
export function isKnown({ reports }: State, ids: readonly string[]): boolean {
  return ids.every((id) => reports.has(id));
}

export function isUntouched({ checks }: ExerciseReport): boolean {
  return checks.some(({ untouched }) => untouched !== undefined);
}

export function passes(report: ExerciseReport | undefined): boolean {
  return report !== undefined && stateOfExercise(report) === "passed";
}

/** The first exercise after the current one that does not pass, as far as is known; after the last comes the first. */
export function nextOf({ exercises, current, reports }: State): Exercise | undefined {
  const at = exercises.findIndex(({ id }) => id === current);
  const others = [...exercises.slice(at + 1), ...exercises.slice(0, at)];
  return others.find(({ id }) => !passes(reports.get(id)));
}
