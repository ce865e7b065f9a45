// classroom/ID.json: what GitHub Classroom's autograding reporter takes, as base64, in <RUNNER>_RESULTS.

import { numberOf, slugOf } from "../lib/exercise-ids.ts";
import type { ReportExerciseResult, ReportStudent } from "./class-report.ts";
import type { Format } from "./formats.ts";
import { writePerStudent } from "./per-student.ts";

export const classroom: Format = {
  name: "classroom",
  about: "GitHub Classroom's autograding result, for each submission",
  files: ["classroom/"],
  write: (report, folder) =>
    writePerStudent(folder, "classroom", report, (student, name) => ({
      [`${name}.json`]: `${JSON.stringify(classroomResult(student), null, 2)}\n`,
    })),
};

/** A test an exercise. It travels in an environment variable, so it is short, and its scores are whole numbers. */
export function classroomResult({ maxScore, exercises }: ReportStudent) {
  const tests = exercises.map(testOf);
  const has = (status: string) => tests.some((test) => test.status === status);
  const status = has("error") ? "error" : has("fail") ? "fail" : "pass";
  return { version: 1, status, max_score: maxScore, tests };
}

function testOf({ id, score, maxScore, outcome, checks }: ReportExerciseResult) {
  const failed = checks.find((check) => check.outcome !== "passed");
  return {
    name: `${numberOf(id)} ${slugOf(id).replaceAll("-", " ")}`,
    status: outcome === "passed" ? "pass" : outcome === "grader-error" ? "error" : "fail",
    score,
    message: failed ? `${score} of ${maxScore} points: ${failed.title}` : `${score} of ${maxScore} points`,
    test_code: `npm test ${numberOf(id)}`,
    filename: `exercises/${id}/${slugOf(id)}.ts`,
    line_no: 1,
    duration: 0,
  };
}
