import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../../graders/engine/testing/folders.ts";
import { resultOf } from "../../testing/fake-engine.ts";
import { memoryReport } from "../../testing/memory-report.ts";
import { json, resultsText } from "./json.ts";

test("the file: exactly the contract's fields, sorted, without traces", async () => {
  const ada = await resultOf("ada", { "03-three-apis": "passed failed:sequential-await", "04-timeout": "" });
  const submissions = [await resultOf("b", {}), ada];
  const report = memoryReport(submissions, { graders: "abc", sandbox: ["compile"] });
  const text = [...resultsText(report)].join("");
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
  // Streamed a student at a time, it is what it would be in one piece.
  expect(text).toBe(`${JSON.stringify(JSON.parse(text), null, 2)}\n`);
  expect(text.startsWith('{\n  "schema": "async-dojo/results@1",\n  "graders": "abc"')).toBe(true);
  expect(text.endsWith("\n}\n")).toBe(true);
});

test("a class of nobody is a list of nothing", () => {
  const text = [...resultsText(memoryReport([]))].join("");
  expect(text).toBe(`${JSON.stringify(JSON.parse(text), null, 2)}\n`);
  expect(JSON.parse(text).submissions).toEqual([]);
});

test("written over an older file; one that fails says why and what to do, the older file untouched", async () => {
  const root = temporaryFolder({ "report/results.json": "old", "taken/results.json/full": "" });
  await json.write(memoryReport([]), join(root, "report"));
  expect(readFileSync(join(root, "report/results.json"), "utf8")).toMatch(/^\{\n/);
  await expect(json.write(memoryReport([]), join(root, "taken"))).rejects.toThrow(
    /taken\/results\.json" could not be written: E\w+\. What was there is untouched\. Free some room there, or /,
  );
  expect(readdirSync(join(root, "taken"))).toEqual(["results.json"]);
});
