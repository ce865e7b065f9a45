// An exercise as vitest sees it: each check is a test, and its verdict the test's result. Nothing is graded here.
import type { RunnerTaskResult, RunnerTestCase, RunnerTestFile } from "vitest/node";
import type { CheckVerdict } from "../engine/types.ts";
import { layout } from "../kit/timeline.ts";
import { timelineSvg } from "../kit/timeline-svg.ts";
import type { GradedCheck } from "./graded.ts";
import { failureOf, textOf, wasNotRun } from "./report.ts";

/** vitest's own tests are asked for by these; see its FileSpecification. */
export interface Wanted {
  testNamePattern?: RegExp | undefined;
  testIds?: string[] | undefined;
  testNames?: string[] | undefined;
}

export interface Place {
  /** vitest's id of the file. */
  fileId: string;
  /** The `.grader.ts`, absolute. */
  filepath: string;
  /** The exercise's id. */
  id: string;
  projectName: string;
  pool: string;
}

/** The task of the exercise's file, before anything is known of it. */
export function fileTask({ fileId, filepath, id, projectName, pool }: Place): RunnerTestFile {
  const file = {
    type: "suite",
    id: fileId,
    // What people see: the exercise, not the file that lets vitest find it.
    name: id,
    fullName: id,
    filepath,
    projectName,
    pool,
    mode: "queued",
    meta: {},
    tasks: [],
  } as unknown as RunnerTestFile;
  file.file = file;
  return file;
}

/** Gives the file a test for each check; those that were not asked for are left out. */
export function addTests(file: RunnerTestFile, checks: readonly GradedCheck[], wanted: Wanted): void {
  file.mode = "run";
  file.tasks = checks.map(({ title, ...meta }, index) => {
    const task = {
      type: "test",
      id: `${file.id}_${index}`,
      name: title,
      fullName: `${file.name} > ${title}`,
      fullTestName: title,
      file,
      suite: file,
      mode: meta.verdict ? "run" : "todo",
      // vitest's own key for a test that carries data of others.
      meta: { dojo: meta },
      timeout: 0,
      annotations: [],
      artifacts: [],
      benchmarks: [],
      context: {},
    } as unknown as RunnerTestCase;
    if (!isWanted(task, wanted)) Object.assign(task, { mode: "skip", meta: {} });
    return task;
  });
  if (file.tasks.every(({ mode }) => mode !== "run")) file.mode = "skip";
}

function isWanted(
  { id, fullTestName }: RunnerTestCase,
  { testNamePattern, testIds, testNames }: Wanted,
): boolean {
  return (
    (!testNamePattern || fullTestName.search(testNamePattern) >= 0) &&
    (!testIds || testIds.includes(id)) &&
    (!testNames || testNames.includes(fullTestName))
  );
}

/** The verdict as the test's result. `folder`: the exercise's, absolute. */
export function resultOf(task: RunnerTestCase, verdict: CheckVerdict, folder: string): RunnerTaskResult {
  const result = { startTime: Date.now(), duration: 0, retryCount: 0, repeatCount: 0 };
  if (wasNotRun(verdict)) {
    const note = verdict.feedback || "not run: see the first check";
    return { ...result, state: "skip", note } as RunnerTaskResult;
  }
  if (verdict.outcome === "passed") return { ...result, state: "pass" };
  const { name, message, stack } = failureOf(
    verdict,
    textOf(task.file.name, task.meta.dojo!, verdict),
    folder,
  );
  return { ...result, state: "fail", errors: [{ name, message, stack: stack ?? "" }] };
}

/** The check's timeline as a picture, with the reference solution's under it where the check failed. */
export function pictureOf({ verdict, ghost }: Omit<GradedCheck, "title">): string | undefined {
  if (!verdict?.trace || wasNotRun(verdict)) return undefined;
  return timelineSvg(layout(verdict.trace, ghost, verdict.feedback));
}
