// What fails in the engine itself: never a student's mark, and no other exercise's matter.
import { expect, test } from "vitest";
import { check, grader } from "../kit/grader.ts";
import { Engine } from "./engine.ts";
import { DEFAULT_LIMITS } from "./sandbox/run.ts";

const checks = ["a", "b", "c", "d"].map((id, index) =>
  check(id, `promise ${id}`, { points: index < 2 ? 3 : 2, scenario: () => {}, expect: () => [] }),
);
const graders = ["03-three-apis", "04-timeout"].map((id) => grader(id, checks));
// Nothing here gets as far as to start a child.
const engine = new Engine(graders, { command: "false", args: [], layers: [] }, DEFAULT_LIMITS, () => ({}));

test("a failure inside of compiling is a grader-error of that exercise, with what failed for us", async () => {
  const broken = { entry: "three-apis.ts", files: new Map([["three-apis.ts", "export {};"]]) };
  broken.files.get = () => {
    throw new RangeError("a bug of ours");
  };
  const wrong = { entry: "timeout.ts", files: new Map([["timeout.ts", "export const = 1;"]]) };
  const submission = { id: "ada", exercises: { "03-three-apis": broken, "04-timeout": wrong } };
  const { score, exercises } = await engine.gradeSubmission(submission, { seed: 1 });
  const [first, second] = exercises;
  const said = first!.checks.map(({ id, outcome, feedback }) => [id, outcome, feedback]);
  const why =
    "This check could not be graded; that is the grader's fault, not yours. (RangeError: a bug of ours)";
  expect({ score, outcome: first!.outcome, said }).toEqual({
    score: 0,
    outcome: "grader-error",
    said: ["a", "b", "c", "d"].map((id, index) => [id, "grader-error", index === 0 ? why : ""]),
  });
  expect(first!.fault).toMatch(/^RangeError: a bug of ours\n +at /);
  expect([second!.outcome, second!.fault]).toEqual(["compile-error", undefined]);
  await expect(engine.program(broken)).rejects.toThrow("a bug of ours");
});
