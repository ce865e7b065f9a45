import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../graders/engine/testing/folders.ts";
import { fakeGraders, verdictOf } from "../testing/fake-engine.ts";
import { exerciseResult, failedGrader, prepareOut } from "./results.ts";

test("an exercise on which the engine failed: every check is our error", () => {
  const feedback =
    "The grader itself failed here: that is not your fault. There is no mark until it has run again.";
  const check = { outcome: "grader-error", score: 0, feedback };
  const checks = [
    { id: "one", title: "promise 1", maxScore: 3, ...check },
    { id: "two", title: "promise 2", maxScore: 3, ...check },
    { id: "three", title: "promise 3", maxScore: 4, ...check },
  ];
  const rest = { score: 0, maxScore: 10, outcome: "grader-error" };
  expect(failedGrader(fakeGraders(["03-three-apis"])[0]!)).toEqual({ id: "03-three-apis", ...rest, checks });
});

test("what a check that did not pass printed is told: harmless, and not without an end", async () => {
  const { exercises } = await verdictOf("ada", { "03-three-apis": "passed failed failed" });
  const exercise = exercises.find(({ id }) => id === "03-three-apis")!;
  const printed = [["never told"], ["debug: 1", "::error::x\nb\u001b[2J"], ["x".repeat(10_003)]];
  for (const [index, lines] of printed.entries())
    exercise.checks[index]!.trace!.console = lines.map((text) => ({ at: 0, seq: 1, level: "log", text }));
  expect(exerciseResult(exercise).checks.map(({ output }) => output)).toEqual([
    undefined,
    "debug: 1\n\\u003a:error::x\nb\\u001b[2J",
    `${"x".repeat(10_000)}\n… 3 more characters`,
  ]);
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
