// The score: what the engine says about each exercise, summed by belt.
import type { OwnExercises } from "../../../graders/engine/own/own-exercises.ts";
import type { CheckOutcome } from "../../../graders/engine/types.ts";
import { beltOf, belts } from "../../lib/belts.ts";
import { numberOf } from "../../lib/exercise-ids.ts";
import { inParallel } from "../../lib/pool.ts";

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

/** What scoring needs of the student's exercises. */
export type Scored = Pick<OwnExercises, "read" | "checks" | "verdict">;

/** Scores these exercises (ids, sorted), `jobs` at a time. An untouched one scores 0 without being run. */
export async function scoreAll(own: Scored, ids: readonly string[], jobs: number): Promise<Score> {
  const signal = new AbortController().signal;
  const exercises = await inParallel(ids, { jobs, signal }, async (id): Promise<ExerciseScore> => {
    const exercise = await own.read(id);
    if (exercise.untouched) {
      const maxScore = (await own.checks(id)).reduce((sum, { points }) => sum + points, 0);
      return { id, score: 0, maxScore, outcome: "skipped", untouched: true };
    }
    const { score, maxScore, outcome } = await own.verdict(exercise);
    return { id, score, maxScore, outcome, untouched: false };
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
