// An exercise graded for its student, as plain data: all that vitest's tests and our reporter need to know.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { isUntouched } from "../engine/compile/compile.ts";
import { readExercise } from "../engine/compile/read-exercise.ts";
import { isRepair, readStubs } from "../engine/compile/stubs.ts";
import type { Engine } from "../engine/engine.ts";
import { EngineError } from "../engine/errors.ts";
import type { CheckVerdict, ExerciseFiles } from "../engine/types.ts";
import type { Grader } from "../kit/grader.ts";
import { type CheckMeta, firstSteps } from "./report.ts";

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const SEED = 1;

/** What grading needs of the engine. */
export type Grading = Pick<Engine, "graders" | "gradeExercise" | "ghost">;

export interface GradedCheck extends CheckMeta {
  title: string;
}

export interface GradingOptions {
  /** The student asked for this exercise by name. */
  named: boolean;
  /** The project's folder, if it is not this one. */
  root?: string;
  /** Its abort ends the grading; what it resolves to then means nothing. */
  signal?: AbortSignal;
}

/**
 * Grades the exercise `id` as it is on disk. An untouched one is not run: it waits (no verdicts), or
 * fails with what to do first if it was named. What keeps it from being graded is told as a `grader-error`.
 */
export async function gradeOwn(
  opening: Promise<Grading>,
  id: string,
  options: GradingOptions,
): Promise<GradedCheck[]> {
  try {
    return await checksOf(opening, id, options);
  } catch (error) {
    const feedback = error instanceof EngineError ? error.message : `The grader failed: ${error}`;
    const check = { id: "graded", title: "can be graded" };
    const verdict: CheckVerdict = { ...check, outcome: "grader-error", score: 0, maxScore: 0, feedback };
    return [{ title: check.title, verdict }];
  }
}

async function checksOf(
  opening: Promise<Grading>,
  id: string,
  { named, root = ROOT, signal }: GradingOptions,
): Promise<GradedCheck[]> {
  const entry = `${id.replace(/^\d+-/, "")}.ts`;
  const [engine, files] = await Promise.all([opening, readExercise(join(root, "exercises", id), entry)]);
  const grader = engine.graders.find((candidate) => candidate.id === id);
  if (!grader) throw new EngineError(`There is no grader graders/${id}.ts.`);
  const untouched = await howUntouched(files, readStubs(join(root, "graders", "stubs.json"))[id]);
  if (untouched && !named) return grader.checks.map(({ title }) => ({ title, untouched }));
  if (untouched === "todo") return notBegun(grader, entry);
  const { checks } = await engine.gradeExercise(id, files, { seed: SEED, ...(signal ? { signal } : {}) });
  const graded: GradedCheck[] = [];
  for (const verdict of checks) {
    const ghost = await ghostOf(engine, id, verdict);
    const { title } = verdict;
    graded.push({ title, verdict, ...(ghost ? { ghost } : {}), ...(untouched ? { untouched } : {}) });
  }
  return graded;
}

async function howUntouched(files: ExerciseFiles, stub: string | undefined): Promise<CheckMeta["untouched"]> {
  if ("refused" in files || stub === undefined) return undefined;
  if (!(await isUntouched(files.files.get(files.entry)!, stub))) return undefined;
  return isRepair(stub) ? "repair" : "todo";
}

/** A stub scores 0, which verify proves; running it here would only make the student wait. */
function notBegun({ id, checks }: Grader, entry: string): GradedCheck[] {
  return checks.map(({ id: check, title, points }, index) => {
    const unrun = { score: 0, maxScore: points, feedback: "" };
    const verdict: CheckVerdict = { id: check, title, outcome: "skipped", ...unrun };
    if (index > 0) return { title, untouched: "todo", verdict };
    const feedback = firstSteps(`exercises/${id}`, entry, "todo");
    return { title, untouched: "todo", verdict: { ...verdict, outcome: "failed", feedback } };
  });
}

/** No ghost is no reason to fail: the student's own timeline is still there. */
async function ghostOf(engine: Grading, id: string, verdict: CheckVerdict): Promise<CheckMeta["ghost"]> {
  return verdict.outcome === "passed" ? undefined : engine.ghost(id, verdict).catch(() => undefined);
}
