// A student's right answer beside the course's own.
import { assets } from "../../../graders/engine/edition/assets.ts";
import type { RightAnswer } from "../../../graders/engine/edition/right-answers.ts";
import type { OwnExercises } from "../../../graders/engine/own/own-exercises.ts";
import { numberOf, slugOf } from "../../lib/exercise-ids.ts";
import { UsageError } from "../../lib/usage-error.ts";

export interface Comparison {
  id: string;
  /** The student's file's name, and its text. */
  own: { name: string; source: string };
  /** The reference first. */
  answers: RightAnswer[];
}

/**
 * What to compare the exercise with, once it passes. Throws a UsageError, which says what to do, before that, and where the
 * edition has no answers in it.
 */
export async function comparisonOf(exercises: OwnExercises, id: string): Promise<Comparison> {
  const answers = assets.rightAnswers(id);
  const number = numberOf(id);
  if (answers.length === 0)
    throw new UsageError(
      `There is nothing here to compare ${number} with: this edition was made without our answers.`,
    );
  const own = await exercises.read(id);
  if ("refused" in own.files) throw new UsageError(own.files.reason);
  const { verdict } = await exercises.withGhosts(own);
  if (verdict.outcome !== "passed") {
    const points = `${verdict.score} of ${verdict.maxScore} points`;
    throw new UsageError(
      `${number} does not pass yet (${points}). Our answers stand beside yours once it does; until then npm run hint ${number} helps.`,
    );
  }
  const { entry, files } = own.files;
  return { id, own: { name: `${slugOf(id)}.ts`, source: files.get(entry) ?? "" }, answers };
}
