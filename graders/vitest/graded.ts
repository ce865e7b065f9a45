// An exercise graded for its student, as plain data: all that vitest's tests and our reporter need to know.
import { EngineError } from "../engine/errors.ts";
import type { KnownCheck } from "../engine/own/kept-own.ts";
import type { OwnExercises } from "../engine/own/own-exercises.ts";
import type { CheckVerdict, ExerciseFiles } from "../engine/types.ts";
import { type CheckMeta, type Excerpt, excerptOf, firstSteps } from "./report.ts";

export interface GradedCheck extends CheckMeta {
  title: string;
  /** What it can give; of one that has no verdict. */
  points?: number;
}

export interface GradingOptions {
  /** The student asked for this exercise by name. */
  named: boolean;
  /** Its abort ends the grading; what it resolves to then means nothing. */
  signal?: AbortSignal;
}

/**
 * Grades the exercise `id` as it is on disk. An untouched one is not run: it waits (no verdicts), or
 * fails with what to do first if it was named. What keeps it from being graded is told as a `grader-error`.
 */
export async function gradeOwn(
  exercises: OwnExercises,
  id: string,
  options: GradingOptions,
): Promise<GradedCheck[]> {
  try {
    return await checksOf(exercises, id, options);
  } catch (error) {
    const feedback = error instanceof EngineError ? error.message : `The grader failed: ${error}`;
    const check = { id: "graded", title: "can be graded" };
    const verdict: CheckVerdict = { ...check, outcome: "grader-error", score: 0, maxScore: 0, feedback };
    return [{ title: check.title, verdict }];
  }
}

async function checksOf(
  exercises: OwnExercises,
  id: string,
  { named, signal }: GradingOptions,
): Promise<GradedCheck[]> {
  const own = await exercises.read(id);
  const { untouched } = own;
  if (untouched && !named)
    return (await exercises.checks(id)).map(({ title, points }) => ({ title, untouched, points }));
  if (untouched === "todo") return notBegun(id, await exercises.checks(id));
  const { verdict, ghosts } = await exercises.withGhosts(own, signal);
  return verdict.checks.map((check) => {
    const ghost = ghosts[check.id];
    const { title } = check;
    const excerpt = excerptIn(own.files, check);
    return {
      title,
      verdict: check,
      ...(ghost ? { ghost } : {}),
      ...(untouched ? { untouched } : {}),
      ...(excerpt ? { excerpt } : {}),
    };
  });
}

function excerptIn(files: ExerciseFiles, { where }: CheckVerdict): Excerpt | undefined {
  if (!where || "refused" in files) return undefined;
  return excerptOf(files.files.get(where.file ?? files.entry) ?? "", where.line);
}

/** A stub scores 0, which verify proves; running it here would only make the student wait. */
function notBegun(id: string, checks: readonly KnownCheck[]): GradedCheck[] {
  return checks.map(({ id: check, title, points }, index) => {
    const unrun = { score: 0, maxScore: points, feedback: "" };
    const verdict: CheckVerdict = { id: check, title, outcome: "skipped", ...unrun };
    if (index > 0) return { title, untouched: "todo", verdict };
    const feedback = firstSteps(`exercises/${id}`, `${id.replace(/^\d+-/, "")}.ts`, "todo");
    return { title, untouched: "todo", verdict: { ...verdict, outcome: "failed", feedback } };
  });
}
