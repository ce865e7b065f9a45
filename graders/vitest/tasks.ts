// An exercise as vitest sees it: each check is a test, and its verdict the test's result. Nothing is graded here.
import type { TaskMeta, TestAnnotation, UserConsoleLog } from "vitest";
import type { RunnerTaskResult, RunnerTestCase, RunnerTestFile } from "vitest/node";
import { titleOf } from "../timeline/in-words.ts";
import { layout } from "../timeline/layout.ts";
import { timelineSvg } from "../timeline/svg.ts";
import { printableLines } from "../trace/printable.ts";
import type { GradedCheck } from "./graded.ts";
import { type CheckMeta, drawn, failureOf, textOf, wasNotRun } from "./report.ts";

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

export interface Look {
  /** The exercise's folder, absolute. */
  folder: string;
  /** vitest's page shows the pictures, and whatever a test carries. */
  page: boolean;
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
export function addTests(
  file: RunnerTestFile,
  checks: readonly GradedCheck[],
  wanted: Wanted,
  { page }: Look,
): void {
  file.mode = "run";
  file.tasks = checks.map(({ title, points: _, ...meta }, index) => {
    const task = {
      type: "test",
      id: `${file.id}_${index}`,
      name: title,
      fullName: `${file.name} > ${title}`,
      fullTestName: title,
      file,
      suite: file,
      mode: meta.verdict ? "run" : "todo",
      meta: metaOf(meta, page),
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

/** The page would show a trace's thousand lines: there the verdict is for our reporter only, and the points for people. */
function metaOf(dojo: CheckMeta, page: boolean): TaskMeta {
  if (!page) return { dojo };
  const { score, maxScore } = dojo.verdict ?? {};
  const meta: TaskMeta = maxScore ? { points: `${score} of ${maxScore}` } : {};
  return Object.defineProperty(meta, "dojo", { value: dojo, enumerable: false });
}

/** The verdict as the test's result. */
export function resultOf({ file, meta }: RunnerTestCase, { folder, page }: Look): RunnerTaskResult {
  const verdict = meta.dojo!.verdict!;
  const result = { startTime: Date.now(), retryCount: 0, repeatCount: 0 };
  if (wasNotRun(verdict)) {
    const note = verdict.feedback || "not run: see the first check";
    return { ...result, state: "skip", note } as RunnerTaskResult;
  }
  if (verdict.outcome === "passed") return { ...result, state: "pass" };
  const failure = failureOf(verdict, textOf(file.name, meta.dojo!, verdict, page), folder);
  const { name, message, stack = "" } = failure;
  return { ...result, state: "fail", errors: [{ name, message, stack }] };
}

/** The check's timeline as a picture, with the reference solution's under it where the check failed. */
export function pictureOf({ verdict, ghost }: CheckMeta): TestAnnotation | undefined {
  if (!verdict?.trace || wasNotRun(verdict)) return undefined;
  const { trace, feedback } = verdict;
  return drawn(() => {
    const timeline = layout(trace, ghost, feedback);
    const body = timelineSvg(timeline);
    const attachment = { contentType: "image/svg+xml", body, bodyEncoding: "utf-8" } as const;
    return { type: "notice", message: titleOf(timeline), attachment };
  });
}

/** What the student's code printed, each line with its virtual time. */
export function consoleOf({ id, meta }: RunnerTestCase): UserConsoleLog[] {
  const lines = meta.dojo?.verdict?.trace?.console ?? [];
  return lines.map(({ at, level, text }) => ({
    type: level === "error" || level === "warn" ? "stderr" : "stdout",
    content: `${Math.round(at * 1000) / 1000} ms  ${printableLines(text)}\n`,
    taskId: id,
    time: Date.now(),
    size: 1,
  }));
}
