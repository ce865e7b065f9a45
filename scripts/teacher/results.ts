// report/results.json: the projection of verdicts that other programs read. Its shape is a contract (schema @1).
import { constants } from "node:fs";
import { access, mkdir, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { CheckOutcome, CheckVerdict, ExerciseVerdict } from "../../graders/engine/types.ts";
import type { Grader } from "../../graders/kit/grader.ts";
import { printableLines } from "../../graders/trace/printable.ts";
import { tryFolder } from "../lib/replace-file.ts";
import { UsageError } from "../lib/usage-error.ts";

export interface Results {
  schema: "async-dojo/results@1";
  /** Hash of the graders that gave these results. */
  graders: string;
  seed: number;
  /** The sandbox's layers that held. */
  sandbox: string[];
  /** Sorted by id, in code units; so are the exercises in each. */
  submissions: SubmissionResult<ReportedCheck>[];
}

export interface SubmissionResult<Check = CheckResult> {
  id: string;
  score: number;
  maxScore: number;
  exercises: readonly ExerciseResult<Check>[];
}

export interface ExerciseResult<Check = CheckResult> {
  id: string;
  score: number;
  maxScore: number;
  outcome: CheckOutcome;
  checks: Check[];
}

export interface CheckResult {
  /** The check's, unique in its exercise. */
  id: string;
  title: string;
  outcome: CheckOutcome;
  score: number;
  maxScore: number;
  feedback: string;
  /** Absent if none is known. */
  misconception?: string;
  /** Absent if nothing settled. */
  virtualMs?: number;
  /** The places of the program that matter for it, each with what it did; absent where none are known. */
  places?: ToldPlace[];
  /** What the run of a check that did not pass printed, lines without their times; absent if nothing. */
  output?: string;
}

/** Files of one program share a verdict, whatever their layout: so it knows no lines of theirs. */
export interface ToldPlace {
  line: number;
  column: number;
  what: string;
  when: string;
}

/** A line of a file that was handed in. */
export interface ToldLine {
  /** Relative to the graded file's folder. */
  file: string;
  /** From 1. */
  line: number;
  /** `fetchApi begins at 0, 1000 ms`; empty where there is no more to say than that it is this line. */
  says: string;
}

/** Characters of what one check printed. Whoever prints more than this reads the first of it anyway. */
const MOST_OUTPUT = 10_000;

/** What results.json tells of a check: people know it by its title. */
export type ReportedCheck = Omit<CheckResult, "id" | "places">;

export function hasGraderError({ exercises }: SubmissionResult): boolean {
  return exercises.some(({ outcome, checks }) =>
    [outcome, ...checks.map((check) => check.outcome)].includes("grader-error"),
  );
}

/** A verdict without its traces and places. */
export function exerciseResult({ id, score, maxScore, outcome, checks }: ExerciseVerdict): ExerciseResult {
  return { id, score, maxScore, outcome, checks: checks.map(checkResult) };
}

function checkResult(check: CheckVerdict): CheckResult {
  const { id, title, outcome, score, maxScore, feedback, misconception, virtualMs } = check;
  const output = outcome === "passed" ? "" : outputOf(check);
  return {
    id,
    title,
    outcome,
    score,
    maxScore,
    feedback,
    ...(misconception !== undefined && { misconception }),
    ...(virtualMs !== undefined && { virtualMs }),
    ...(output !== "" && { output }),
  };
}

function outputOf({ trace }: CheckVerdict): string {
  const text = (trace?.console ?? []).map((line) => printableLines(line.text)).join("\n");
  const left = text.length - MOST_OUTPUT;
  return left > 0 ? `${text.slice(0, MOST_OUTPUT)}\n… ${left} more characters` : text;
}

/** What stands for an exercise on which the engine itself failed: no points, and the student is not to blame. */
export function failedGrader({ id, checks }: Grader): ExerciseResult {
  const feedback =
    "The grader itself failed here: that is not your fault. There is no mark until it has run again.";
  const maxScore = checks.reduce((sum, { points }) => sum + points, 0);
  const results = checks.map(
    ({ id: check, title, points }): CheckResult => ({
      id: check,
      title,
      outcome: "grader-error",
      score: 0,
      maxScore: points,
      feedback,
    }),
  );
  return { id, score: 0, maxScore, outcome: "grader-error", checks: results };
}

/** Makes the folder if need be. Throws a UsageError, before any grading, if results.json could not be written there. */
export async function prepareOut(folder: string, shown: string): Promise<void> {
  try {
    await makeFolder(folder);
    await access(folder, constants.W_OK | constants.X_OK);
    await tryFolder(folder);
  } catch (error) {
    throw unwritable(shown, error);
  }
  const old = await stat(join(folder, "results.json")).catch(() => undefined);
  if (old?.isDirectory())
    throw new UsageError(`"${join(shown, "results.json")}" is a folder. Remove it, or give another --out.`);
}

/** Node's own recursive mkdir never comes back where a parent is there but takes no folder (/proc, for one). */
async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST" && (await stat(folder)).isDirectory()) return;
    if (code !== "ENOENT" || dirname(folder) === folder) throw error;
    await makeFolder(dirname(folder));
    await mkdir(folder);
  }
}

function unwritable(shown: string, error: unknown): UsageError {
  const { code } = error as NodeJS.ErrnoException;
  if (code === "EEXIST" || code === "ENOTDIR")
    return new UsageError(
      `"${shown}" is, or is in, a file and not a folder. Give another folder with --out.`,
    );
  return new UsageError(
    `Nothing can be written to "${shown}" (${code ?? error}). Give another folder with --out.`,
  );
}
