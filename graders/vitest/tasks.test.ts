import { expect, test } from "vitest";
import type { RunnerTestCase } from "vitest/node";
import type { CheckVerdict } from "../engine/types.ts";
import { threeApis } from "../timeline/fixture.ts";
import type { GradedCheck } from "./graded.ts";
import { addTests, consoleOf, fileTask, pictureOf, resultOf } from "./tasks.ts";

const { yours, ghost } = threeApis();
const verdict = (more: Partial<CheckVerdict>): CheckVerdict => ({
  id: "any",
  title: "t",
  outcome: "passed",
  score: 3,
  maxScore: 3,
  feedback: "",
  trace: yours,
  ...more,
});
const failed = verdict({
  outcome: "failed",
  score: 0,
  feedback: "Too late.",
  misconception: "sequential-await",
});
const folder = "/dojo/exercises/03-x";

function testsOf(checks: GradedCheck[], { wanted = {}, page = false } = {}) {
  const filepath = `${folder}/.grader.ts`;
  const file = fileTask({ fileId: "7", filepath, id: "03-x", projectName: "", pool: "p" });
  addTests(file, checks, wanted, { folder, page });
  return { file, tests: file.tasks as RunnerTestCase[] };
}

test("each check is a test, and its verdict the result", () => {
  const { tests } = testsOf([
    { title: "a", verdict: verdict({}) },
    { title: "b", verdict: failed, ghost },
    { title: "c", verdict: verdict({ outcome: "skipped", feedback: "" }) },
    { title: "d", untouched: "todo" },
  ]);
  expect(tests.map(({ id, name, mode }) => [id, name, mode])).toEqual([
    ["7_0", "a", "run"],
    ["7_1", "b", "run"],
    ["7_2", "c", "run"],
    ["7_3", "d", "todo"],
  ]);
  const [passed, wrong, skipped] = tests.slice(0, 3).map((each) => resultOf(each, { folder, page: false }));
  expect([passed!.state, wrong!.state, skipped!.state]).toEqual(["pass", "fail", "skip"]);
  const [{ name, message, stack } = {}] = wrong!.errors as Partial<Error>[];
  expect([name, stack]).toEqual(["Not passed", ""]);
  expect(message).toMatch(/^Too late\.\n\nOne after the other.*\n\nyour code .*as it could be/s);
  expect(message!.split("\n").filter((line) => line.length > 80)).toEqual([]);
});

test("on the page the picture stands for the text's timeline, and the points for the verdict", () => {
  const { tests } = testsOf([{ title: "b", verdict: failed, ghost }], { page: true });
  expect(JSON.parse(JSON.stringify(tests[0]!.meta))).toEqual({ points: "0 of 3" });
  expect(tests[0]!.meta.dojo?.verdict).toBe(failed);
  const [{ message } = {}] = resultOf(tests[0]!, { folder, page: true }).errors as Partial<Error>[];
  expect(message).toMatch(/^Too late\.\n\nOne after the other/);
  expect(message).not.toContain("your code");
});

test("a check that ran has its picture, passed or not; one that did not has none", () => {
  const [wrong, right] = [pictureOf({ verdict: failed, ghost }), pictureOf({ verdict: verdict({}) })];
  expect([wrong, right].map((one) => [one!.message, one!.attachment!.contentType])).toEqual([
    ["Timeline: your code resolved at 3000 ms; as it could be resolved at 1000 ms", "image/svg+xml"],
    ["Timeline: your code resolved at 3000 ms", "image/svg+xml"],
  ]);
  expect(wrong!.attachment!.body).toContain('<g class="ghost">');
  expect(pictureOf({ verdict: verdict({ outcome: "skipped" }) })).toBeUndefined();
});

test("what cannot be drawn changes no verdict", () => {
  const broken = { ...failed, trace: { ...yours, calls: null } as never };
  expect(pictureOf({ verdict: broken })).toBeUndefined();
  const { tests } = testsOf([{ title: "b", verdict: broken }]);
  const { state, errors } = resultOf(tests[0]!, { folder, page: false });
  expect([state, (errors as Partial<Error>[])[0]!.message]).toEqual([
    "fail",
    expect.stringMatching(/^Too late\.\n\nOne after the other/),
  ]);
});

test("what the student's code printed has its virtual time, and no control character", () => {
  const trace = { ...yours, console: [{ at: 12.5, seq: 1, level: "warn", text: "a\u001b[2J\nb" }] };
  const { tests } = testsOf([{ title: "a", verdict: verdict({ trace }) }]);
  expect(consoleOf(tests[0]!).map(({ type, content }) => [type, content])).toEqual([
    ["stderr", "12.5 ms  a\\u001b[2J\nb\n"],
  ]);
});

test("tests that were not asked for are left out", () => {
  const checks = ["fast", "slow"].map((title) => ({ title, verdict: verdict({}) }));
  const modes = (wanted: object) => testsOf(checks, { wanted }).tests.map(({ mode }) => mode);
  expect(modes({ testNamePattern: /slo/ })).toEqual(["skip", "run"]);
  expect(modes({ testIds: ["7_0"] })).toEqual(["run", "skip"]);
  expect(modes({ testNames: [] })).toEqual(["skip", "skip"]);
  expect(testsOf(checks, { wanted: { testNames: [] } }).file.mode).toBe("skip");
});
