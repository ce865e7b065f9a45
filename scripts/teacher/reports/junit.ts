// junit.xml: for whatever reads JUnit's reports. A student's exercise is a suite, a check a test case.
import type { create as CreateXml } from "xmlbuilder2";
import { printable, printableLines } from "../../../graders/trace/printable.ts";
import type { ClassReport, ReportCheckResult, ReportExerciseResult, ReportStudent } from "../class-report.ts";
import type { Format } from "./formats.ts";
import { writeReport } from "./write-report.ts";

export const junit: Format = {
  name: "junit",
  about: "JUnit XML: a suite for each student's exercise, a test case for each check",
  files: ["junit.xml"],
  async write(report, folder) {
    const { create } = await import("xmlbuilder2");
    await writeReport(folder, "junit.xml", junitText(report, create));
  },
};

/**
 * A suite's time is what grading really took, in seconds, where it was graded here. When a check's watched outcome settled is
 * virtual time, and so no time of JUnit's but a property.
 */
export function* junitText(report: ClassReport, create: typeof CreateXml): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="Async Dojo">\n';
  for (const student of report.students()) {
    for (const exercise of student.exercises) yield `${suite(create, student, exercise)}\n`;
  }
  yield "</testsuites>\n";
}

const count = (checks: readonly ReportCheckResult[], kind: Kind) =>
  checks.filter((check) => kindOf(check) === kind).length;

function suite(
  create: typeof CreateXml,
  { id }: ReportStudent,
  { id: exercise, score, maxScore, checks, seconds }: ReportExerciseResult,
): string {
  // XML 1.0 forbids most control characters, however they are written: none is left.
  const name = printable(id);
  const element = create().ele("testsuite", {
    name: `${name}: ${exercise}`,
    tests: checks.length,
    failures: count(checks, "failure"),
    errors: count(checks, "error"),
    skipped: count(checks, "skipped"),
    ...(seconds !== undefined && { time: seconds.toFixed(3) }),
  });
  const properties = element.ele("properties");
  properties.ele("property", { name: "score", value: score });
  properties.ele("property", { name: "max score", value: maxScore });
  for (const { title, virtualMs } of checks)
    if (virtualMs !== undefined)
      properties.ele("property", { name: `virtual ms: ${title}`, value: virtualMs });
  for (const check of checks) {
    const test = element.ele("testcase", { classname: `${name}.${exercise}`, name: check.title });
    const kind = kindOf(check);
    if (kind === "skipped") test.ele("skipped");
    else if (kind !== "passed") {
      const feedback = printableLines(check.feedback);
      const [message = ""] = feedback.split("\n");
      test.ele(kind, { message, type: check.misconception ?? check.outcome }).txt(feedback);
    }
  }
  return element.end({ prettyPrint: true, headless: true });
}

type Kind = "passed" | "failure" | "error" | "skipped";

/** An error is our fault; whatever is the submission's is a failure. */
function kindOf({ outcome }: ReportCheckResult): Kind {
  if (outcome === "passed" || outcome === "skipped") return outcome;
  return outcome === "grader-error" ? "error" : "failure";
}
