// An engine for the tests of what surrounds it: verdicts by what a submission's file says, without any sandbox.
import type {
  CheckOutcome,
  CheckVerdict,
  ExerciseFiles,
  SubmissionVerdict,
} from "../../graders/engine/types.ts";
import type { Grader } from "../../graders/kit/grader.ts";
import { emptyTrace } from "../../graders/trace/trace.ts";
import type { GradingEngine } from "../teacher/grading-engine.ts";
import { exerciseResult, failedGrader, type SubmissionResult } from "../teacher/results.ts";

const points = { one: 3, two: 3, three: 4 };

/** Graders with three checks each, of 3, 3 and 4 points, which the fake engine never runs. */
export function fakeGraders(ids: readonly string[]): Grader[] {
  const checks = Object.entries(points).map(([id, each], index) => ({
    id,
    title: `promise ${index + 1}`,
    points: each,
    scenario: () => {},
    expect: () => [],
  }));
  return ids.map((id) => ({ id, checks, mistakes: {} }));
}

/**
 * A file's words are its checks' outcomes (`passed never-settled passed`), one with `:` names the misconception
 * (`failed:timer-leak`); what is left out is passed. `boom` anywhere makes the engine itself reject.
 */
export function fakeEngine(ids: readonly string[]): GradingEngine & { closed: number; graded: string[] } {
  const graders = fakeGraders(ids);
  return {
    graders,
    gradersHash: "sha256-of-nothing",
    layers: ["compile", "ses"],
    weaker: "bwrap is not installed. Install the package bubblewrap.",
    surroundings: "nowhere",
    fingerprints: async () => Object.fromEntries(ids.map((id) => [id, { scenario: `${id}'s`, judge: "1" }])),
    program: async () => undefined,
    reference: () => undefined,
    ghost: async () => undefined,
    closed: 0,
    graded: [],
    async gradeSubmission({ id, exercises }, { only }) {
      this.graded.push(id);
      // Some end sooner than others that started before them.
      await new Promise((resolve) => setTimeout(resolve, id.length % 3));
      const verdicts = graders
        .filter((grader) => !only || only.includes(grader.id))
        .map((grader) => exerciseVerdict(grader, exercises[grader.id]));
      return { id, score: sum(verdicts, "score"), maxScore: sum(verdicts, "maxScore"), exercises: verdicts };
    },
    async close() {
      this.closed++;
    },
  };
}

function exerciseVerdict(grader: Grader, files: ExerciseFiles | undefined) {
  const text = !files ? "missing" : "refused" in files ? files.refused : files.files.get(files.entry)!;
  if (text.includes("boom")) throw new Error("the engine broke in /secret/place");
  const words = text.split(/\s+/).filter(Boolean);
  const checks = grader.checks.map((check, index) => checkVerdict(check, words[index] ?? "passed"));
  const outcome = checks.find((check) => check.outcome !== "passed")?.outcome ?? "passed";
  return { id: grader.id, score: sum(checks, "score"), maxScore: sum(checks, "maxScore"), outcome, checks };
}

function checkVerdict(
  { id, title, points }: { id: string; title: string; points: number },
  word: string,
): CheckVerdict {
  const [outcome, misconception] = word.split(":") as [CheckOutcome, string | undefined];
  const passed = outcome === "passed";
  return {
    id,
    title,
    outcome,
    score: passed ? points : 0,
    maxScore: points,
    feedback: passed ? "" : `It is ${outcome}.`,
    ...(misconception && { misconception }),
    ...(passed && { virtualMs: 1000 }),
    where: { line: 1, column: 1 },
    trace: emptyTrace(),
  };
}

function sum(parts: { score: number; maxScore: number }[], key: "score" | "maxScore"): number {
  return parts.reduce((total, part) => total + part[key], 0);
}

/** The fake engine's verdict on a submission whose exercises' files say this. */
export function verdictOf(id: string, exercises: Record<string, string>): Promise<SubmissionVerdict> {
  const file = (text: string) => ({ entry: "x.ts", files: new Map([["x.ts", text]]) });
  const files = Object.entries(exercises).map(([exercise, text]) => [exercise, file(text)]);
  const engine = fakeEngine(["04-timeout", "03-three-apis"]);
  return engine.gradeSubmission({ id, exercises: Object.fromEntries(files) }, { seed: 1 });
}

/** That verdict as a report shows it. */
export async function resultOf(id: string, exercises: Record<string, string>): Promise<SubmissionResult> {
  return submissionResult(await verdictOf(id, exercises));
}

export function submissionResult({ id, score, maxScore, exercises }: SubmissionVerdict): SubmissionResult {
  const sorted = exercises.map(exerciseResult).sort((a, b) => (a.id < b.id ? -1 : 1));
  return { id, score, maxScore, exercises: sorted };
}

/** A submission on which the engine itself failed. */
export function failedSubmission(id: string, graders: readonly Grader[]): SubmissionResult {
  const exercises = graders.map(failedGrader);
  return { id, score: 0, maxScore: 10 * graders.length, exercises };
}
