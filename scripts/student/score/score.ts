// The score: what the engine says about each exercise, summed by belt.
import type { CheckOutcome, ExerciseFiles, ExerciseVerdict } from "../../../graders/engine/types.ts";
import { beltOf, belts } from "../../lib/belts.ts";
import { numberOf } from "../../lib/exercise-ids.ts";
import { inParallel } from "../../lib/pool.ts";
import type { OwnExercise } from "../../lib/submission.ts";

/** What `--json` prints (a contract). */
export interface Score {
  schema: "async-dojo/score@1";
  score: number;
  maxScore: number;
  /** Of all points, rounded down: only full marks are 100. */
  percent: number;
  belts: BeltScore[];
  /** What to do next; null when all is done. */
  next: { exercise: string; command: string } | null;
}

export interface BeltScore {
  name: string;
  score: number;
  maxScore: number;
  exercises: ExerciseScore[];
}

export interface ExerciseScore {
  id: string;
  score: number;
  maxScore: number;
  outcome: CheckOutcome;
  untouched: boolean;
}

/** What scoring needs of the engine. */
export interface Grading {
  graders: readonly { id: string; checks: readonly { points: number }[] }[];
  gradeExercise(id: string, files: ExerciseFiles, options: { seed: number }): Promise<ExerciseVerdict>;
}

/** Scores every exercise that has a grader, `jobs` at a time. An untouched one scores 0 without being run. */
export async function scoreAll(
  engine: Grading,
  read: (id: string) => Promise<OwnExercise>,
  { seed, jobs }: { seed: number; jobs: number },
): Promise<Score> {
  const signal = new AbortController().signal;
  const exercises = await inParallel(engine.graders, { jobs, signal }, async ({ id, checks }) => {
    const { files, untouched } = await read(id);
    const points = checks.reduce((sum, check) => sum + check.points, 0);
    if (untouched) return { id, score: 0, maxScore: points, outcome: "skipped" as const, untouched };
    const { score, maxScore, outcome } = await engine.gradeExercise(id, files, { seed });
    return { id, score, maxScore, outcome, untouched };
  });
  return summed(exercises);
}

/** The score that these exercises (all of them, sorted) make. */
export function summed(exercises: ExerciseScore[]): Score {
  const { score, maxScore } = totals(exercises);
  const next = nextOf(exercises);
  return {
    schema: "async-dojo/score@1",
    score,
    maxScore,
    percent: maxScore === 0 ? 0 : Math.floor((100 * score) / maxScore),
    belts: byBelt(exercises),
    next: next ? { exercise: next.id, command: `npm test exercises/${numberOf(next.id)}` } : null,
  };
}

/** Belts that have exercises, in their order; what is beyond the last belt is a belt named `beyond`. */
function byBelt(exercises: ExerciseScore[]): BeltScore[] {
  const named = belts.map((belt) => ({
    name: belt.name,
    of: exercises.filter(({ id }) => beltOf(id) === belt),
  }));
  const beyond = { name: "beyond", of: exercises.filter(({ id }) => !beltOf(id)) };
  return [...named, beyond]
    .filter(({ of }) => of.length > 0)
    .map(({ name, of }) => ({ name, ...totals(of), exercises: of }));
}

/** What was begun comes before what was not; an exercise that we cannot grade is nothing to work on. */
function nextOf(exercises: ExerciseScore[]): ExerciseScore | undefined {
  const open = exercises.filter(({ outcome }) => outcome !== "passed" && outcome !== "grader-error");
  return open.find(({ untouched }) => !untouched) ?? open[0];
}

function totals(parts: { score: number; maxScore: number }[]): { score: number; maxScore: number } {
  const sum = (key: "score" | "maxScore") => parts.reduce((total, part) => total + part[key], 0);
  return { score: sum("score"), maxScore: sum("maxScore") };
}
