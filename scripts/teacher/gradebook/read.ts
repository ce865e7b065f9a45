// A run as reports see it: one student at a time, read from the gradebook as they are asked for.

import type { ReportCheckResult, ReportExerciseResult } from "../class-report.ts";
import type { CheckResult, ExerciseResult, SubmissionResult } from "../results.ts";
import { pointsOff } from "../types/cost.ts";
import type { Gradebook } from "./gradebook.ts";
import { sourceOf } from "./sources.ts";
import { type TypesAsked, typesAsked, typesIn } from "./types.ts";

export interface GradedStudent extends SubmissionResult {
  exercises: ReportExerciseResult[];
  /** ISO 8601. */
  submitted?: string;
  /** Where it lay, as the teacher would write it. */
  place: string;
}

/** The submissions of a run in the order of their ids. No more than one is held at a time. */
export function* studentsOf(gradebook: Gradebook, run: number): Generator<GradedStudent> {
  const types = typesAsked(gradebook, run);
  const one = "SELECT id, source, submitted FROM submissions WHERE run = ? AND position = ?";
  for (let position = 0; ; position++) {
    const row = gradebook.get(one, run, position);
    if (!row) return;
    const exercises = exercisesOf(gradebook, run, position).map((result) =>
      withTypes(gradebook, { run, position }, result, types),
    );
    const sum = (key: "score" | "maxScore") => exercises.reduce((total, each) => total + each[key], 0);
    yield {
      id: row.id as string,
      place: row.source as string,
      score: sum("score"),
      maxScore: sum("maxScore"),
      exercises,
      ...(row.submitted !== null && { submitted: row.submitted as string }),
    };
  }
}

function exercisesOf(gradebook: Gradebook, run: number, position: number): ReportExerciseResult[] {
  const sql = `SELECT exercise, verdict, score, max_score, outcome, checks, seconds
    FROM results JOIN verdicts USING (verdict) LEFT JOIN durations USING (verdict)
    WHERE run = ? AND position = ? ORDER BY exercise`;
  return gradebook.all(sql, run, position).map((row) => ({
    id: row.exercise as string,
    score: row.score as number,
    maxScore: row.max_score as number,
    outcome: row.outcome as ExerciseResult["outcome"],
    ...(typeof row.seconds === "number" && { seconds: row.seconds }),
    source: () => sourceOf(gradebook, { run, position, exercise: row.exercise as string }),
    checks: (JSON.parse(row.checks as string) as CheckResult[]).map(
      (check): ReportCheckResult => ({
        ...check,
        picture: () => pictureOf(gradebook, row.verdict as number, check.id),
      }),
    ),
  }));
}

function withTypes(
  gradebook: Gradebook,
  { run, position }: { run: number; position: number },
  result: ReportExerciseResult,
  types: TypesAsked | undefined,
): ReportExerciseResult {
  const found = types && typesIn(gradebook, { run, position, exercise: result.id }, types);
  if (!found) return result;
  const off = pointsOff(result.score, types.cost);
  return { ...result, types: found, ...(off > 0 && { off }) };
}

function pictureOf(
  gradebook: Gradebook,
  verdict: number,
  check: string,
): ReturnType<NonNullable<ReportCheckResult["picture"]>> {
  const sql = "SELECT trace, ghost FROM pictures WHERE verdict = ? AND check_id = ?";
  const row = gradebook.get(sql, verdict, check);
  if (!row) return undefined;
  const trace = gradebook.traces.read(row.trace as number);
  const ghost = row.ghost === null ? undefined : gradebook.traces.read(row.ghost as number);
  if (!trace || (row.ghost !== null && !ghost)) gradebook.distrust("a timeline");
  return trace && { trace, ...(ghost && { ghost }) };
}
