// exercism/ID/EXERCISE/results.json: version 3 of Exercism's test runner interface.
import type { ReportCheckResult, ReportExerciseResult } from "../class-report.ts";
import type { Format } from "./formats.ts";
import { saidOf } from "./gradescope.ts";
import { jsonText } from "./json-text.ts";
import { writePerStudent } from "./per-student.ts";

export const exercism: Format = {
  name: "exercism",
  about: "results.json of an Exercism test runner (version 3), for each exercise of a submission",
  files: ["exercism/"],
  write: (report, folder) =>
    writePerStudent(folder, "exercism", report, ({ exercises }, name) =>
      Object.fromEntries(
        exercises.map((exercise) => [
          `${name}/${exercise.id}/results.json`,
          `${jsonText(exercismResults(exercise))}\n`,
        ]),
      ),
    ),
};

/** Nothing of it ran: there are no tests to tell of, but a reason. */
const NOTHING_RAN = new Set(["missing", "no-export", "invalid", "compile-error", "forbidden"]);
const MOST_MESSAGE = 65_535;
const MOST_OUTPUT = 500;

export function exercismResults({ id, outcome, checks }: ReportExerciseResult) {
  if (NOTHING_RAN.has(outcome) || checks.every((check) => check.outcome === "grader-error")) {
    const message = checks.map(({ feedback }) => feedback).find(Boolean) ?? outcome;
    return { version: 3, status: "error", message: shortened(message, MOST_MESSAGE), tests: [] };
  }
  const status = outcome === "passed" ? "pass" : "fail";
  return { version: 3, status, tests: checks.map((check) => testOf(id, check)) };
}

function testOf(id: string, check: ReportCheckResult) {
  const { title, outcome, output } = check;
  const status = outcome === "passed" ? "pass" : outcome === "grader-error" ? "error" : "fail";
  return {
    name: title,
    // A check's code is the grader's: what it promises is its title.
    test_code: title,
    status,
    ...(status === "pass" ? {} : { message: shortened(saidOf(id, check), MOST_MESSAGE) }),
    ...(output === undefined ? {} : { output: shortened(output, MOST_OUTPUT) }),
  };
}

function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}
