import { expect, test } from "vitest";
import type { CheckVerdict } from "../engine/types.ts";
import { explained } from "../misconceptions/misconceptions.ts";
import { failureOf, firstSteps, textOf, wasNotRun } from "./report.ts";

const verdict = (more: Partial<CheckVerdict>): CheckVerdict => ({
  id: "any",
  title: "t",
  outcome: "failed",
  score: 0,
  maxScore: 2,
  feedback: "Too late.",
  ...more,
});

test("a failure's stack is one frame in the student's own file, or none at all", () => {
  const thrown = failureOf(
    verdict({ where: { file: "lib/x.ts", line: 3, column: 9 } }),
    "Too late.",
    "/dojo/exercises/03-x",
  );
  expect([thrown.name, thrown.message, thrown.stack]).toEqual([
    "Not passed",
    "Too late.",
    "Not passed: Too late.\n    at /dojo/exercises/03-x/lib/x.ts:3:9",
  ]);
  expect(failureOf(verdict({}), "Too late.", "/dojo").stack).toBe("");
  expect(failureOf(verdict({ where: { line: 3, column: 9 } }), "Too late.", "/dojo").stack).toBe("");
});

test("our own fault has a name of its own", () => {
  expect(failureOf(verdict({ outcome: "grader-error" }), "It broke.").name).toBe("Our fault, not yours");
});

test("what was not run: skipped checks, and those after the one that says why", () => {
  const rows = [
    verdict({ outcome: "passed", feedback: "" }),
    verdict({ outcome: "skipped", feedback: "Not run: two checks had to be stopped." }),
    verdict({ outcome: "compile-error", feedback: "" }),
    verdict({ outcome: "compile-error" }),
    verdict({}),
  ];
  expect(rows.map(wasNotRun)).toEqual([false, true, true, false, false]);
});

test("what to do first names the two files, relative to the project", () => {
  expect(firstSteps("exercises/03-x", "x.ts", "todo")).toBe(
    "Nothing of yours is here yet. Read exercises/03-x/README.md, then write in exercises/03-x/x.ts.",
  );
  expect(firstSteps("exercises/11-x", "x.ts", "repair")).toContain("then repair exercises/11-x/x.ts.");
});

test("a misconception is told with the exercise's own advice", () => {
  const id = "07-start-now-await-later";
  const late = verdict({ misconception: "late-start" });
  const { title, explanation, advice } = explained(id, "late-start")!;
  const words = (text: string) => text.replaceAll(/\s+/g, " ");
  expect(words(textOf(id, {}, late, true))).toBe(words(`Too late. ${title} ${explanation} ${advice}`));
});
