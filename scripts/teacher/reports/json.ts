// results.json: the projection that other programs read. Its shape is a contract (schema @1): no lateness, no names.

import type { ClassReport, ReportStudent } from "../class-report.ts";
import type { CheckResult, ExerciseResult, ReportedCheck, Results, SubmissionResult } from "../results.ts";
import type { Format } from "./formats.ts";
import { jsonText } from "./json-text.ts";
import { writeReport } from "./write-report.ts";

export const json: Format = {
  name: "json",
  about: "everything, for other programs",
  files: ["results.json"],
  write: (report, folder) => writeReport(folder, "results.json", resultsText(report)),
};

/** The file's text in pieces, a student each: the same bytes as `jsonText(results)`, and a line end. */
export function* resultsText(report: ClassReport): Generator<string> {
  const { graders, seed, sandbox } = report;
  const head: Results = {
    schema: "async-dojo/results@1",
    graders,
    seed,
    sandbox: [...sandbox],
    submissions: [],
  };
  const [before, after] = `${jsonText(head)}\n`.split(/(?<="submissions": \[)(?=\])/);
  yield before!;
  let end = "";
  for (const student of report.students()) {
    yield `${end || "\n"}    ${jsonText(submission(student)).replaceAll("\n", "\n    ")}`;
    end = ",\n";
  }
  yield (end && "\n  ") + after!;
}

function submission({ id, score, maxScore, exercises }: ReportStudent): SubmissionResult<ReportedCheck> {
  return { id, score, maxScore, exercises: exercises.map(exercise) };
}

function exercise({ id, score, maxScore, outcome, checks }: ExerciseResult): ExerciseResult<ReportedCheck> {
  return { id, score, maxScore, outcome, checks: checks.map(check) };
}

function check(result: CheckResult): ReportedCheck {
  const { title, outcome, score, maxScore, feedback, misconception, virtualMs, output } = result;
  return {
    title,
    outcome,
    score,
    maxScore,
    feedback,
    ...(misconception !== undefined && { misconception }),
    ...(virtualMs !== undefined && { virtualMs }),
    ...(output !== undefined && { output }),
  };
}
