import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../graders/engine/testing/folders.ts";
import { fakeEngine, fakeGraders } from "../testing/fake-engine.ts";
import { failedSubmission, prepareOut, resultsText, submissionResult, writeResults } from "./results.ts";

const graders = fakeGraders(["03-three-apis", "04-timeout"]);
const file = (text: string) => ({ entry: "x.ts", files: new Map([["x.ts", text]]) });

async function verdictOf(id: string, exercises: Record<string, string>) {
  const files = Object.entries(exercises).map(([exercise, text]) => [exercise, file(text)]);
  const engine = fakeEngine(["04-timeout", "03-three-apis"]);
  return engine.gradeSubmission({ id, exercises: Object.fromEntries(files) }, { seed: 1 });
}

test("the file: exactly the contract's fields, sorted, without traces", async () => {
  const ada = await verdictOf("ada", { "03-three-apis": "passed failed:sequential-await", "04-timeout": "" });
  const submissions = [submissionResult(await verdictOf("b", {}), graders), submissionResult(ada, graders)];
  const text = resultsText({
    schema: "async-dojo/results@1",
    graders: "abc",
    seed: 1,
    sandbox: ["compile"],
    submissions: submissions,
  });
  const passed = { outcome: "passed", feedback: "", virtualMs: 1000 };
  const missing = { outcome: "missing", score: 0, feedback: "It is missing." };
  const first = { title: "promise 1", score: 3, maxScore: 3, ...passed };
  const failed = { outcome: "failed", score: 0, maxScore: 3, feedback: "It is failed." };
  const second = { title: "promise 2", ...failed, misconception: "sequential-await" };
  const third = { title: "promise 3", score: 4, maxScore: 4, ...passed };
  const unmet = [
    { title: "promise 1", maxScore: 3, ...missing },
    { title: "promise 2", maxScore: 3, outcome: "passed", score: 3, feedback: "", virtualMs: 1000 },
    third,
  ];
  expect(JSON.parse(text)).toEqual({
    schema: "async-dojo/results@1",
    graders: "abc",
    seed: 1,
    sandbox: ["compile"],
    submissions: [
      {
        id: "ada",
        score: 17,
        maxScore: 20,
        exercises: [
          { id: "03-three-apis", score: 7, maxScore: 10, outcome: "failed", checks: [first, second, third] },
          {
            id: "04-timeout",
            score: 10,
            maxScore: 10,
            outcome: "passed",
            checks: [first, { ...first, title: "promise 2" }, third],
          },
        ],
      },
      {
        id: "b",
        score: 14,
        maxScore: 20,
        exercises: ["03-three-apis", "04-timeout"].map((id) => ({
          id,
          score: 7,
          maxScore: 10,
          outcome: "missing",
          checks: unmet,
        })),
      },
    ],
  });
  expect(text.startsWith('{\n  "schema": "async-dojo/results@1",\n  "graders": "abc"')).toBe(true);
  expect(text.endsWith("\n}\n")).toBe(true);
});

test("an exercise that the verdict lacks is our error and gives no points", async () => {
  const verdict = await verdictOf("ada", {});
  const result = submissionResult({ ...verdict, exercises: verdict.exercises.slice(0, 1) }, graders);
  expect(result).toMatchObject({ score: 7, maxScore: 20 });
  expect(result.exercises.map(({ id, outcome }) => `${id} ${outcome}`)).toEqual([
    "03-three-apis grader-error",
    "04-timeout missing",
  ]);
});

test("a submission on which the engine failed: every check is our error", () => {
  const feedback =
    "The grader itself failed here: that is not your fault. There is no mark until it has run again.";
  const check = { outcome: "grader-error", score: 0, feedback };
  const checks = [
    { title: "promise 1", maxScore: 3, ...check },
    { title: "promise 2", maxScore: 3, ...check },
    { title: "promise 3", maxScore: 4, ...check },
  ];
  expect(failedSubmission("ada", graders)).toEqual({
    id: "ada",
    score: 0,
    maxScore: 20,
    exercises: ["03-three-apis", "04-timeout"].map((id) => ({
      id,
      score: 0,
      maxScore: 10,
      outcome: "grader-error",
      checks,
    })),
  });
});

test("written over an older file; one that fails says why and what to do, the older file untouched", async () => {
  const root = temporaryFolder({ "report/results.json": "old", "taken/results.json/full": "" });
  await writeResults(join(root, "report"), "report", "new");
  expect(readFileSync(join(root, "report/results.json"), "utf8")).toBe("new");
  await expect(writeResults(join(root, "taken"), "taken", "new")).rejects.toThrow(
    /^"taken\/results\.json" could not be written: E\w+\. What was there is untouched\. Free some room there, or /,
  );
  expect(readdirSync(join(root, "taken"))).toEqual(["results.json"]);
});

test("the folder is made before grading, the old report untouched", async () => {
  const root = temporaryFolder({ "old/results.json": "old" });
  await prepareOut(join(root, "a/b/c"), "a/b/c");
  expect(readdirSync(join(root, "a/b/c"))).toEqual([]);
  await prepareOut(join(root, "old"), "old");
  expect(readFileSync(join(root, "old/results.json"), "utf8")).toBe("old");
});

test("a folder that cannot be one is refused before grading", async () => {
  const root = temporaryFolder({ "taken/results.json/": "" });
  writeFileSync(join(root, "file"), "");
  const refusal = (path: string) => prepareOut(join(root, path), path);
  const file = "is, or is in, a file and not a folder. Give another folder with --out.";
  await expect(refusal("file")).rejects.toThrow(`"file" ${file}`);
  await expect(refusal("file/in/it")).rejects.toThrow(`"file/in/it" ${file}`);
  await expect(refusal("taken")).rejects.toThrow(
    '"taken/results.json" is a folder. Remove it, or give another --out.',
  );
  await expect(prepareOut("/proc/nowhere", "/proc/nowhere")).rejects.toThrow(
    'Nothing can be written to "/proc/nowhere"',
  );
});
