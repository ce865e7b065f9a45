import { expect, test } from "vitest";
import type { CheckVerdict } from "../../../graders/engine/types.ts";
import { misconceptions } from "../../../graders/misconceptions/misconceptions.ts";
import { threeApis, traceOf } from "../../../graders/timeline/fixture.ts";
import { excerptOf } from "../../../graders/vitest/report.ts";
import { columnsOf } from "../../lib/terminal.ts";
import { exerciseLines } from "./exercise-lines.ts";
import { type ExerciseReport, exerciseReport } from "./exercise-report.ts";

const plain = (_style: unknown, text: string) => text;
const look = (width = 79) => ({ width, paint: plain, colour: false, root: "/nowhere" });

const verdict = (
  title: string,
  outcome: CheckVerdict["outcome"],
  more: Partial<CheckVerdict> = {},
): CheckVerdict => {
  const score = outcome === "passed" ? 2 : 0;
  return { id: "any", title, outcome, score, maxScore: 2, feedback: "", ...more };
};
const report = (...checks: CheckVerdict[]): ExerciseReport =>
  exerciseReport(
    "03-three-apis",
    checks.map((each) => ({ title: each.title, meta: { verdict: each }, state: "any", errors: [] })),
    [],
  );
/** The report, with excerpts of the student's text. */
function quoting(text: string, ...checks: CheckVerdict[]): ExerciseReport {
  const whole = report(...checks);
  for (const check of whole.checks)
    if (check.verdict.where) check.excerpt = excerptOf(text, check.verdict.where.line)!;
  return whole;
}
const { yours, ghost } = threeApis();
const { title } = misconceptions["sequential-await"]!;
const sequential = (title: string) =>
  verdict(title, "failed", {
    feedback: "Your function resolved at 3000 ms; expected 1000 ms.",
    misconception: "sequential-await",
    trace: yours,
  });

test("a failure: feedback, what is behind it, the timeline, and how far one is", () => {
  const checks = [
    sequential("fetches all three in the time of the slowest"),
    verdict("keeps the order", "passed"),
  ];
  const whole = report(...checks);
  whole.checks[0]!.ghost = ghost;
  const lines = exerciseLines(whole, look());
  expect(lines.slice(0, 6)).toEqual([
    "03-three-apis  exercises/03-three-apis/three-apis.ts",
    "",
    "  ✗ 0/2 fetches all three in the time of the slowest",
    "        Your function resolved at 3000 ms; expected 1000 ms.",
    "",
    `        ${title}`,
  ]);
  const text = lines.join("\n");
  expect(text).toMatch(/your code.+fetchApi\(1\).+resolved at 3000 ms.+as it could be.+resolved at 1000 ms/s);
  expect(lines.slice(-4)).toEqual(["", "  ✓ 2/2 keeps the order", "", "  1 of 2 checks, 2 of 4 points"]);
});

test("no line is wider than the terminal, from 60 columns up", () => {
  const long = verdict("a title that goes on and on ".repeat(8).trim(), "failed", {
    feedback: `One line.\n${"Another that is much longer. ".repeat(9).trim()}`,
    trace: traceOf([], [], { console: [{ at: 1, seq: 1, level: "log", text: "short" }] }),
  });
  for (const width of [59, 79, 119]) {
    const lines = exerciseLines(report(sequential("one"), long), look(width));
    expect(lines.filter((line) => columnsOf(line) > width)).toEqual([]);
  }
});

test("what explains several failures is explained and pictured once", () => {
  const text = exerciseLines(report(sequential("one"), sequential("two")), look()).join("\n");
  expect(text.split(title).length - 1).toBe(2);
  expect(text).toContain(`${title} (explained above)`);
  expect(text.match(/your code/g)).toHaveLength(1);
});

test("where the student's code threw: their line, once", () => {
  const text = "one\nthrow new Error()\nthree";
  const thrown = (title: string) =>
    verdict(title, "crashed", {
      feedback: "It threw.",
      where: { file: "three-apis.ts", line: 2, column: 7 },
    });
  expect(exerciseLines(quoting(text, thrown("a"), thrown("b")), look()).slice(2)).toEqual([
    "  ✗ 0/2 a",
    "        It threw.",
    "",
    "        Thrown at exercises/03-three-apis/three-apis.ts:2:7",
    "          1 | one",
    "        > 2 | throw new Error()",
    "            |       ^",
    "          3 | three",
    "",
    "  ✗ 0/2 b",
    "        It threw.",
    "",
    "        Thrown at exercises/03-three-apis/three-apis.ts:2:7 (shown above)",
    "",
    "  0 of 2 checks, 0 of 4 points",
  ]);
});

test("what does not compile is said once, and the rest was not run", () => {
  const where = { file: "three-apis.ts", line: 1, column: 5 };
  const first = verdict("a", "compile-error", { feedback: 'Expected identifier but found "="', where });
  expect(exerciseLines(quoting("let = 1", first, verdict("b", "compile-error")), look()).slice(2)).toEqual([
    "  ✗ 0/2 a",
    '        Expected identifier but found "="',
    "",
    "        exercises/03-three-apis/three-apis.ts:1:5",
    "        > 1 | let = 1",
    "            |     ^",
    "",
    "  ↓ –/2 b",
    "",
    "  ↓ not run: your file has to compile first.",
    "  0 of 2 checks, 0 of 4 points",
  ]);
});

test("our fault never looks like the student's", () => {
  const fault = verdict("b", "grader-error", { feedback: "This check could not be graded." });
  expect(exerciseLines(report(verdict("a", "passed"), fault), look()).slice(2)).toEqual([
    "  ✓ 2/2 a",
    "  ! –/2 b",
    "        This is not your fault: the check could not be run, and says nothing",
    "        about your code.",
    "        This check could not be graded.",
    "",
    "  1 of 2 checks, 2 of 4 points",
  ]);
});

test("what was not run for a fault of ours is not blamed on the student's code", () => {
  const fault = verdict("a", "grader-error", { feedback: "This check could not be graded." });
  const lines = exerciseLines(report(fault, verdict("b", "skipped")), look());
  expect(lines.slice(-4)).toEqual([
    "  ↓ –/2 b",
    "",
    "  ↓ not run: see the first check.",
    "  0 of 2 checks, 0 of 4 points",
  ]);
});

test("what the code printed stands under its check, also under one that passed", () => {
  const trace = traceOf([], [], { console: [{ at: 500, seq: 1, level: "log", text: "hello" }] });
  expect(exerciseLines(report(verdict("a", "passed", { trace })), look())).toContain(
    "           500 ms  log   hello",
  );
});

test("an untouched exercise says what to do, and nothing about a run", () => {
  const untouched = report(verdict("a", "failed", { feedback: "Nothing of yours" }), verdict("b", "skipped"));
  for (const check of untouched.checks) check.untouched = "todo";
  expect(exerciseLines(untouched, look())).toEqual([
    "03-three-apis  exercises/03-three-apis/three-apis.ts",
    "",
    "  Nothing of yours is here yet. Read exercises/03-three-apis/README.md, then",
    "  write in exercises/03-three-apis/three-apis.ts.",
    "",
    "  ✗ 0/2 a",
    "  ↓ –/2 b",
    "",
    "  ↓ not run yet: the first check has to get somewhere first.",
    "  0 of 2 checks, 0 of 4 points",
  ]);
});

test("what a submission made up cannot steer the terminal", () => {
  const evil = verdict("a", "failed", { feedback: "Rejected with Error: \u001b[2J\u202e\u0007" });
  expect(exerciseLines(report(evil), look()).join("\n")).toContain("Error: \\u001b[2J\\u202e\\u0007");
});
