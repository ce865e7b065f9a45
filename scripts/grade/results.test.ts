import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../graders/engine/testing/folders.ts";
import { fakeGraders, verdictOf } from "../testing/fake-engine.ts";
import { failedSubmission, prepareOut, submissionResult } from "./results.ts";

const graders = fakeGraders(["03-three-apis", "04-timeout"]);
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
