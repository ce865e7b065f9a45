// One exercise's result as the student sees it: what came out of vitest, as plain data.
import type { CheckVerdict } from "../../../graders/engine/types.ts";
import { type CheckMeta, wasNotRun } from "../../../graders/vitest/report.ts";
import type { CheckState } from "./check-state.ts";

export interface CheckReport extends Pick<CheckMeta, "ghost" | "untouched" | "excerpt"> {
  title: string;
  state: CheckState;
  verdict: CheckVerdict;
}

export interface ExerciseReport {
  id: string;
  checks: CheckReport[];
}

/** What the reporter needs of vitest's test case; `errors` are messages. */
export interface TestCaseFacts {
  title: string;
  meta: CheckMeta | undefined;
  state: string;
  errors: string[];
}

/**
 * The report on an exercise from its tests, and from the errors that kept it from having any. Tests that were left out
 * (by `--testNamePattern`) are left out here too.
 */
export function exerciseReport(id: string, tests: TestCaseFacts[], errors: string[]): ExerciseReport {
  const checks = tests.flatMap((test) => checkReport(test) ?? []);
  const faults = errors.map((message) => faultReport("can be graded", message));
  return { id, checks: [...faults, ...checks] };
}

function checkReport({ title, meta, state, errors }: TestCaseFacts): CheckReport | undefined {
  if (meta?.verdict) return { title, ...meta, verdict: meta.verdict, state: stateOf(meta.verdict) };
  if (meta?.untouched) return { title, ...meta, verdict: unjudged(title, "skipped"), state: "waits" };
  return state === "skipped" ? undefined : faultReport(title, errors[0] ?? "it gave no verdict");
}

function stateOf(verdict: CheckVerdict): CheckState {
  if (verdict.outcome === "passed") return "passed";
  if (verdict.outcome === "grader-error") return "fault";
  return wasNotRun(verdict) ? "not-run" : "failed";
}

function faultReport(title: string, message: string): CheckReport {
  return { title, state: "fault", verdict: { ...unjudged(title, "grader-error"), feedback: message } };
}

function unjudged(title: string, outcome: "skipped" | "grader-error"): CheckVerdict {
  return { id: "unjudged", title, outcome, score: 0, maxScore: 0, feedback: "" };
}

/** How many checks passed, and how many points they give. */
export function totalOf({ checks }: ExerciseReport) {
  const sum = (key: "score" | "maxScore") => checks.reduce((total, { verdict }) => total + verdict[key], 0);
  const passed = checks.filter(({ state }) => state === "passed").length;
  return { passed, checks: checks.length, score: sum("score"), maxScore: sum("maxScore") };
}

/** Why nothing of the exercise could be graded, if that is so; the reason is ours. */
export function faultOfExercise({ checks }: ExerciseReport): string | undefined {
  const [first] = checks;
  return first?.state === "fault" && first.verdict.maxScore === 0 ? first.verdict.feedback : undefined;
}

/** The exercise as a whole: `fault` and `failed` win over `waits`, and that over `passed`. */
export function stateOfExercise({ checks }: ExerciseReport): CheckState {
  const states = checks.map(({ state }) => state);
  const order: CheckState[] = ["fault", "failed", "waits", "not-run"];
  return order.find((state) => states.includes(state)) ?? "passed";
}
