// Grades many answers to the exercises in as few child processes as possible.
import type { ExerciseVerdict, Submission, SubmissionVerdict } from "../../../graders/engine/types.ts";
import { inParallel } from "../../lib/pool.ts";

/** An answer to the exercise `id`; `entry` is its file's name there. */
export interface Answer {
  id: string;
  entry: string;
  text: string;
}

/** What this needs of the engine. */
export interface Grading {
  gradeSubmission(
    submission: Submission,
    options: { seed: number; only?: string[] },
  ): Promise<SubmissionVerdict>;
}

/**
 * Grades each answer with each seed and hands over the verdicts, in no particular order. A submission takes one answer of
 * each exercise, so that they share the start of a child process, which costs more than the grading.
 */
export async function gradeAnswers<Each extends Answer>(
  answers: readonly Each[],
  engine: Grading,
  { seeds, jobs }: { seeds: readonly number[]; jobs: number },
  graded: (answer: Each, seed: number, verdict: ExerciseVerdict) => void | Promise<void>,
): Promise<void> {
  const runs = batches(answers).flatMap((batch) => seeds.map((seed) => ({ batch, seed })));
  const signal = new AbortController().signal;
  await inParallel(runs, { jobs, signal }, async ({ batch, seed }) => {
    const exercises = Object.fromEntries(
      batch.map(({ id, entry, text }) => [id, { entry, files: new Map([[entry, text]]) }]),
    );
    const only = batch.map(({ id }) => id);
    const verdict = await engine.gradeSubmission({ id: "evidence", exercises }, { seed, only });
    for (const answer of batch) {
      await graded(answer, seed, verdict.exercises.find(({ id }) => id === answer.id)!);
    }
  });
}

/** Answers in rows that hold each exercise at most once. */
function batches<Each extends Answer>(answers: readonly Each[]): Each[][] {
  const rows: Each[][] = [];
  const seen = new Map<string, number>();
  for (const answer of answers) {
    const row = seen.get(answer.id) ?? 0;
    seen.set(answer.id, row + 1);
    (rows[row] ??= []).push(answer);
  }
  return rows;
}
