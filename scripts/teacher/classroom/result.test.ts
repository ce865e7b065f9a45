import { expect, test } from "vitest";
import type { ExerciseScore } from "../../student/score/score.ts";
import { classroomResult, encoded } from "./result.ts";

const exercise = (id: string, score: number, outcome: ExerciseScore["outcome"], untouched = false) => ({
  id,
  score,
  maxScore: 10,
  outcome,
  untouched,
});
const resultOf = (...exercises: ExerciseScore[]) => classroomResult(10 * exercises.length, exercises);
const right = exercise("01-first-await", 10, "passed");

test("one test an exercise, with whole points that sum up to the total", () => {
  const begun = exercise("03-three-apis", 7, "failed");
  expect(resultOf(right, begun, exercise("04-timeout", 0, "skipped", true))).toEqual({
    version: 1,
    status: "fail",
    max_score: 30,
    tests: [
      {
        name: "01 first await",
        status: "pass",
        score: 10,
        message: "10 of 10 points",
        test_code: "npm test 01",
        filename: "exercises/01-first-await/first-await.ts",
        line_no: 1,
        duration: 0,
      },
      expect.objectContaining({ status: "fail", score: 7, message: "7 of 10 points, see: npm test 03" }),
      expect.objectContaining({ status: "fail", score: 0, message: "not begun" }),
    ],
  });
});

test("all right is a pass, and a fault of ours an error", () => {
  expect(resultOf(right).status).toBe("pass");
  const { status, tests } = resultOf(right, exercise("03-three-apis", 0, "grader-error"));
  expect([status, tests[1]!.status, tests[1]!.message]).toEqual([
    "error",
    "error",
    "could not be graded, which is not your fault",
  ]);
});

test("a whole course stays far below what an environment variable may hold", () => {
  const result = resultOf(...Array.from({ length: 99 }, () => exercise("11-blocking-sleep", 7, "failed")));
  expect(encoded(result).length).toBeLessThan(32 * 1024);
  expect(JSON.parse(Buffer.from(encoded(result), "base64").toString("utf8"))).toEqual(result);
});
