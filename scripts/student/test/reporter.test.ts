import { expect, test } from "vitest";
import type { TestModule } from "vitest/node";
import type { CheckVerdict } from "../../../graders/engine/types.ts";
import type { CheckMeta } from "../../../graders/vitest/report.ts";
import { keptOutput } from "../../testing/outputs.ts";
import { ExerciseReporter } from "./reporter.ts";

const known = ["01-a", "02-b", "03-c"];

interface FakeTest {
  meta?: CheckMeta;
  state?: string;
  errors?: { message: string }[];
}

const vitestModule = (id: string, tests: FakeTest[], errors: { message: string }[] = []) =>
  ({
    moduleId: `/dojo/exercises/${id}/.grader.ts`,
    errors: () => errors,
    meta: () => ({}),
    children: {
      allTests: () =>
        tests.map(({ meta, state = "passed", errors: own = [] }, index) => ({
          name: `promise ${index}`,
          meta: () => (meta ? { dojo: meta } : {}),
          result: () => ({ state, errors: own }),
        })),
    },
  }) as unknown as TestModule;

const verdict = (outcome: CheckVerdict["outcome"], feedback = ""): FakeTest => ({
  meta: {
    verdict: { id: "any", title: "", outcome, score: outcome === "passed" ? 5 : 0, maxScore: 5, feedback },
  },
});
const waits: FakeTest = { meta: { untouched: "todo" }, state: "skipped" };

function run(modules: TestModule[], { chosen = known, errors = [] as { message: string }[] } = {}) {
  const output = keptOutput();
  const reporter = new ExerciseReporter({ output, root: "/dojo", known, chosen });
  reporter.onTestRunStart();
  for (const module of modules) reporter.onTestModuleEnd(module);
  reporter.onTestRunEnd(modules, errors as never, "passed");
  return { text: output.text, exitCode: reporter.exitCode };
}

test("a fresh clone is green and says how many wait", () => {
  expect(run(known.map((id) => vitestModule(id, [waits, waits])))).toEqual({
    text: "\nYou have begun none yet: 3 exercises wait for you.\nNext: npm test exercises/01\n",
    exitCode: 0,
  });
});

test("exercises are told in their order, whatever order they end in", () => {
  const passed = [verdict("passed")];
  const { text, exitCode } = run([
    vitestModule("03-c", [waits]),
    vitestModule("02-b", passed),
    vitestModule("01-a", passed),
  ]);
  expect(text).toBe(
    "✓ 01-a  5 of 5 points\n✓ 02-b  5 of 5 points\n\n2 of 2 exercises pass, 10 of 10 points\n1 exercise waits for you.\nNext: npm test exercises/03\n",
  );
  expect(exitCode).toBe(0);
});

test("one exercise is told in full, and after a success the next is named", () => {
  const { text, exitCode } = run([vitestModule("01-a", [verdict("passed")])], {
    chosen: ["01-a"],
  });
  expect(text).toContain(
    "  ✓ 5/5 promise 0\n\n  1 of 1 checks, 5 of 5 points\n\nNext: npm test exercises/02\n",
  );
  expect(exitCode).toBe(0);
});

test("a failure makes the run fail, and the next thing to do is that exercise", () => {
  const { text, exitCode } = run([
    vitestModule("01-a", [verdict("passed")]),
    vitestModule("02-b", [verdict("failed", "Too late.")]),
    vitestModule("03-c", [waits]),
  ]);
  expect(text).toMatch(/✗ 0\/5 promise 0\n {8}Too late\./);
  expect(text).toMatch(
    /1 of 2 exercises pass, 5 of 10 points\n1 exercise waits for you\.\nNext: npm test exercises\/02\nStuck\? npm run hint 02\n$/,
  );
  expect(exitCode).toBe(1);
});

test("our fault is told once for all exercises that it hits, and fails the run", () => {
  const fault: FakeTest = {
    meta: {
      verdict: {
        id: "any",
        title: "",
        outcome: "grader-error",
        score: 0,
        maxScore: 0,
        feedback: "No sandbox.",
      },
    },
    state: "failed",
  };
  expect(run(known.map((id) => vitestModule(id, [fault])))).toEqual({
    text: "\nNot your fault: 01–03 could not be graded. No sandbox.\n",
    exitCode: 1,
  });
});

test("what vitest could not load or finish is our fault too, and is said without a path of ours", () => {
  const broken = vitestModule("01-a", [], [{ message: "Unexpected token\n at /dojo/graders/x.ts" }]);
  expect(run([broken], { chosen: ["01-a"] })).toEqual({
    text: "\nNot your fault: 01 could not be graded. Unexpected token\n",
    exitCode: 1,
  });
  const lost = run([], { chosen: ["01-a"] });
  expect(lost).toEqual({ text: "\nNot your fault: 01-a gave no result.\n", exitCode: 1 });
  const late = run([vitestModule("01-a", [waits])], { chosen: ["01-a"], errors: [{ message: "boom" }] });
  expect(late.text).toContain("Not your fault: boom\n");
  expect(late.exitCode).toBe(1);
});

test("a test that threw without a verdict is our fault", () => {
  const threw: FakeTest = { state: "failed", errors: [{ message: "cannot draw" }] };
  const { text, exitCode } = run([vitestModule("01-a", [verdict("passed"), threw])], { chosen: ["01-a"] });
  expect(text).toMatch(/! –\/0 promise 1\n {8}This is not your fault[^✗]+cannot draw/);
  expect(exitCode).toBe(1);
});

test("after a failure, or a fault of ours, no other exercise is named as the next", () => {
  for (const outcome of ["failed", "grader-error"] as const) {
    const module = vitestModule("01-a", [verdict("passed"), verdict(outcome, "No.")]);
    const { text } = run([module], { chosen: ["01-a"] });
    expect(text).toMatch(/1 of 2 checks, 5 of 10 points\n/);
    expect(text).not.toContain("Next:");
  }
});

test("hints are offered for what failed, not for what has not run or not begun", () => {
  const offered = (...tests: FakeTest[]) =>
    run([vitestModule("02-b", tests)], { chosen: ["02-b"] }).text.includes("\n\nStuck? npm run hint 02\n");
  expect(offered(verdict("passed"), verdict("never-settled", "It hangs."))).toBe(true);
  const untouched = verdict("failed", "Nothing of yours.");
  untouched.meta!.untouched = "todo";
  for (const test of [
    verdict("passed"),
    verdict("compile-error", "No."),
    verdict("forbidden", "No."),
    verdict("grader-error", "Ours."),
    untouched,
  ])
    expect(offered(test)).toBe(false);
});

test("checks that a pattern left out are left out; if it fits none, that is said", () => {
  const leftOut: FakeTest = { state: "skipped" };
  const options = { chosen: ["01-a"] };
  expect(run([vitestModule("01-a", [verdict("passed"), leftOut])], options).text).toContain("1 of 1 checks");
  expect(run([vitestModule("01-a", [leftOut, leftOut])], options)).toEqual({
    text: "\nNo check has a title like that.\n",
    exitCode: 1,
  });
});

test("a second run starts from nothing", () => {
  const output = keptOutput();
  const reporter = new ExerciseReporter({ output, root: "/dojo", known, chosen: ["01-a"] });
  const once = (outcome: FakeTest) => {
    const modules = [vitestModule("01-a", [outcome])];
    reporter.onTestRunStart();
    reporter.onTestModuleEnd(modules[0]!);
    reporter.onTestRunEnd(modules, [], "passed");
    return reporter.exitCode;
  };
  expect([once(verdict("failed", "No.")), once(verdict("passed"))]).toEqual([1, 0]);
});

test("of what a newer save has replaced nothing is told, and what is watched needs no command", () => {
  const output = keptOutput();
  const reporter = new ExerciseReporter({ output, root: "/dojo", known, chosen: known, watched: known });
  const gone = (id: string) =>
    ({ ...vitestModule(id, []), meta: () => ({ superseded: true }) }) as TestModule;
  const told = (modules: TestModule[]) => {
    reporter.onTestRunStart();
    for (const module of modules) reporter.onTestModuleEnd(module);
    reporter.onTestRunEnd(modules, [], "passed");
    return output.text;
  };
  expect(told(known.map(gone))).toBe("");
  expect(reporter.superseded).toBe(true);
  const some = [gone("01-a"), vitestModule("02-b", [verdict("passed")]), vitestModule("03-c", [waits])];
  expect(told(some)).toBe(
    "✓ 02-b  5 of 5 points\n\n1 exercise waits for you.\nNext: exercises/03-c/README.md\n",
  );
});

test("colour only where there is a terminal", () => {
  const module = vitestModule("01-a", [verdict("passed")]);
  const terminal = keptOutput(80);
  const reporter = new ExerciseReporter({
    output: terminal,
    root: "/dojo",
    known,
    chosen: ["01-a"],
  });
  reporter.onTestModuleEnd(module);
  expect(terminal.text).toContain("\u001b[32m✓\u001b[39m");
  expect(run([module], { chosen: ["01-a"] }).text).not.toContain("\u001b");
});
