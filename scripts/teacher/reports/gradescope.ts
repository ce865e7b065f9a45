// gradescope/ID.json: what Gradescope's autograder harness reads as results/results.json, for each submission.
import { explained } from "../../../graders/misconceptions/misconceptions.ts";
import { numberOf } from "../../lib/exercise-ids.ts";
import type { ReportCheckResult, ReportStudent } from "../class-report.ts";
import type { Format } from "./formats.ts";
import { jsonText } from "./json-text.ts";
import { writePerStudent } from "./per-student.ts";

export const gradescope: Format = {
  name: "gradescope",
  about: "results.json of a Gradescope autograder, for each submission",
  files: ["gradescope/"],
  write: (report, folder) =>
    writePerStudent(folder, "gradescope", report, (student, name) => ({
      [`${name}.json`]: `${jsonText(gradescopeResults(student))}\n`,
    })),
};

/** Points that lateness takes off are not in it: Gradescope has due dates and late rules of its own. */
export function gradescopeResults({ score, exercises }: ReportStudent) {
  return {
    score,
    output: "Times are virtual milliseconds. The same file gives the same verdict every time.",
    output_format: "text",
    test_output_format: "text",
    test_name_format: "text",
    visibility: "visible",
    tests: exercises.flatMap(({ id, checks }) =>
      checks.map((check, index) => ({
        score: check.score,
        max_score: check.maxScore,
        status: check.outcome === "passed" ? "passed" : "failed",
        name: `${id}: ${check.title}`,
        number: `${Number(numberOf(id))}.${index + 1}`,
        output: [saidOf(id, check), printed(check)].filter(Boolean).join("\n\n"),
        tags: [id, ...(check.misconception === undefined ? [] : [check.misconception])],
      })),
    ),
  };
}

function printed({ output }: ReportCheckResult): string {
  return output === undefined ? "" : `It printed:\n${output}`;
}

/** What the student reads of a check of this exercise: the feedback, the misconception behind it, and what to do. */
export function saidOf(exercise: string, { outcome, feedback, misconception }: ReportCheckResult): string {
  if (outcome === "passed") return "";
  const known = explained(exercise, misconception);
  const said =
    feedback || (outcome === "skipped" ? "Not run: see the first check." : `Not passed: ${outcome}.`);
  return known ? `${said}\n\n${known.title}\n${known.explanation}\n${known.advice}` : said;
}
