// The formats with files for each student: their readers' shapes, safe file names, and folders replaced as a whole.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as v from "valibot";
import { expect, onTestFinished, test } from "vitest";
import { explained } from "../../../graders/misconceptions/misconceptions.ts";
import { exercismSchema } from "../../testing/exercism-schema.ts";
import { resultOf } from "../../testing/fake-engine.ts";
import { gradescopeSchema } from "../../testing/gradescope-schema.ts";
import { memoryReport } from "../../testing/memory-report.ts";
import { classroom } from "./classroom.ts";
import { exercismResults } from "./exercism.ts";
import { gradescope, gradescopeResults, saidOf } from "./gradescope.ts";
import { feedbackText } from "./markdown.ts";
import { writePerStudent } from "./per-student.ts";

const ada = await resultOf("ada", {
  "03-three-apis": "passed failed:sequential-await skipped",
  "04-timeout": "",
});
const nobody = await resultOf("nobody", {});
const report = memoryReport([ada, nobody]);
const [student, absent] = [...report.students()];

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), "async-dojo-reports-"));
  onTestFinished(() => rmSync(made, { recursive: true }));
  return made;
}

const toRead = (exercise: string, id: string) => {
  const { title, explanation, advice } = explained(exercise, id)!;
  return [title, explanation, advice].join("\n");
};

test("what a student reads of a mistake ends with the exercise's own advice", () => {
  const check = { ...student!.exercises[0]!.checks[1]!, feedback: "No.", misconception: "sequential-await" };
  const said = ["03-three-apis", "13-cashiers"].map((exercise) => saidOf(exercise, check));
  expect(said).toEqual(
    ["03-three-apis", "13-cashiers"].map((exercise) => `No.\n\n${toRead(exercise, "sequential-await")}`),
  );
  expect(said[0]).not.toBe(said[1]);
});

test("Gradescope: a test a check, in its own words for a status", () => {
  const { tests, ...whole } = gradescopeResults(student!);
  expect(whole).toMatchObject({ score: 13, visibility: "visible", output_format: "text" });
  expect(tests).toHaveLength(6);
  expect(tests.slice(0, 3)).toEqual([
    {
      score: 3,
      max_score: 3,
      status: "passed",
      name: "03-three-apis: promise 1",
      number: "3.1",
      output: "",
      tags: ["03-three-apis"],
    },
    {
      score: 0,
      max_score: 3,
      status: "failed",
      name: "03-three-apis: promise 2",
      number: "3.2",
      output: `It is failed.\n\n${toRead("03-three-apis", "sequential-await")}`,
      tags: ["03-three-apis", "sequential-await"],
    },
    {
      score: 0,
      max_score: 4,
      status: "failed",
      name: "03-three-apis: promise 3",
      number: "3.3",
      output: "It is skipped.",
      tags: ["03-three-apis"],
    },
  ]);
  expect(tests.reduce((sum, { score }) => sum + score, 0)).toBe(whole.score);
});

test("what the run of a failed test printed is told with it, within each format's limits", () => {
  const printing = structuredClone({ ...student! });
  const check = printing.exercises[0]!.checks[1]!;
  check.output = `debug: first\n${"x".repeat(600)}`;
  const [, told] = gradescopeResults(printing).tests;
  expect(told!.output).toMatch(/^It is failed\..*\n\nIt printed:\ndebug: first\nx{600}$/s);
  const { tests } = exercismResults(printing.exercises[0]!);
  expect(tests.map((each) => "output" in each)).toEqual([false, true, false]);
  expect(tests[1]).toMatchObject({ output: `debug: first\n${"x".repeat(486)}…` });
  v.parse(exercismSchema, exercismResults(printing.exercises[0]!));
});

test("Gradescope's and Exercism's files keep to what these document, whatever is in them", async () => {
  const hostile = structuredClone({ ...student! });
  Object.assign(hostile.exercises[0]!.checks[1]!, { feedback: `\u0000<b>${"long ".repeat(20_000)}` });
  for (const each of [student!, absent!, hostile]) {
    v.parse(gradescopeSchema, JSON.parse(JSON.stringify(gradescopeResults(each))));
    for (const exercise of each.exercises)
      v.parse(exercismSchema, JSON.parse(JSON.stringify(exercismResults(exercise))));
  }
});

test("Exercism: version 3; what never ran is an error with a reason and no tests", () => {
  const [failing, passing] = student!.exercises;
  expect(exercismResults(passing!)).toEqual({
    version: 3,
    status: "pass",
    tests: [1, 2, 3].map((n) => ({ name: `promise ${n}`, test_code: `promise ${n}`, status: "pass" })),
  });
  expect(exercismResults(failing!)).toMatchObject({
    version: 3,
    status: "fail",
    tests: [
      { status: "pass" },
      { status: "fail", message: expect.stringContaining("It is failed.") },
      { status: "fail" },
    ],
  });
  const missing = exercismResults(absent!.exercises[0]!);
  expect(missing).toEqual({ version: 3, status: "error", message: "It is missing.", tests: [] });
  const checks = failing!.checks.map(
    (check) => ({ ...check, outcome: "grader-error", feedback: "Our fault." }) as const,
  );
  expect(exercismResults({ ...failing!, outcome: "grader-error", checks })).toEqual({
    version: 3,
    status: "error",
    message: "Our fault.",
    tests: [],
  });
});

test("GitHub Classroom: a test an exercise, whole points that add up, in the words of a student's own run", async () => {
  const out = folder();
  await classroom.write(report, out);
  const result = JSON.parse(readFileSync(join(out, "classroom/ada.json"), "utf8"));
  expect(result).toMatchObject({ version: 1, status: "fail", max_score: 20 });
  expect(result.tests).toMatchObject([
    { name: "03 three apis", status: "fail", score: 3, message: "3 of 10 points, see: npm test 03" },
    { name: "04 timeout", status: "pass", score: 10, message: "10 of 10 points" },
  ]);
});

test("Markdown: points, then what failed; a stranger's text is never markup", async () => {
  const hostile = structuredClone({ ...student!, id: "<b>ada</b> `x`\n# y" });
  hostile.exercises[0]!.checks[1]!.feedback = "```\n<script>alert(1)</script>\n````\n# heading";
  const text = feedbackText(report, hostile);
  expect(text.split("\n")[0]).toBe("# ``<b>ada</b> `x`\\u000a# y``: 13 of 20 points");
  expect(text).toContain("| 03 03-three-apis | 3 of 10 |\n| 04 04-timeout | 10 of 10 |");
  expect(text).toContain("`````text\n```\n<script>alert(1)</script>\n````\n# heading\n");
  expect(text).not.toContain("## 04");
});

test("two who would share a file are a fault, and neither gets the other's", async () => {
  const out = folder();
  const twice = memoryReport([
    { ...ada, id: "x" },
    { ...ada, id: "x" },
  ]);
  await expect(gradescope.write(twice, out)).rejects.toThrow(
    'The file "x.json" for "x" is another submission\'s already.',
  );
  expect(readdirSync(out)).toEqual([]);
});

test("a folder is replaced as a whole; one that cannot be leaves the old one", async () => {
  const out = folder();
  await gradescope.write(report, out);
  expect(readdirSync(join(out, "gradescope"))).toEqual(["ada.json", "nobody.json"]);
  await gradescope.write(memoryReport([ada]), out);
  expect(readdirSync(out)).toEqual(["gradescope"]);
  expect(readdirSync(join(out, "gradescope"))).toEqual(["ada.json"]);
  expect(JSON.parse(readFileSync(join(out, "gradescope/ada.json"), "utf8"))).toEqual(
    gradescopeResults(student!),
  );
  const failing = writePerStudent(out, "gradescope", report, () => {
    throw new Error("in the middle");
  });
  await expect(failing).rejects.toThrow("in the middle");
  expect(readdirSync(out)).toEqual(["gradescope"]);
  expect(readdirSync(join(out, "gradescope"))).toEqual(["ada.json"]);
});
