// A check runs with each of its inputs in turn, stops at the first that fails, and shrinks a generated one.
import fc from "fast-check";
import { expect, test } from "vitest";
import { type CheckOptions, check } from "../kit/grader.ts";
import type { Plain } from "../trace/plain.ts";
import type { Trace } from "../trace/trace.ts";
import { ExerciseRun } from "./checks.ts";
import type { ChildHolder } from "./sandbox/child-holder.ts";

/** A child that answers each run with a trace of nothing but its input, as if it were so many bytes long. */
function childThatNotes(inputs: unknown[], bytes: number): ChildHolder {
  const trace = (): Partial<Trace> => ({
    end: "quiet",
    outcomes: {},
    calls: [],
    floating: [],
    timersMade: [],
  });
  const child = {
    exerciseAllowance: () => undefined,
    load: async () => ({ kind: "ready" }),
    async runs(_series: unknown, given: Plain[][], answered: (answer: unknown) => void) {
      for (const [input] of given) {
        inputs.push(input);
        answered({ kind: "trace", trace: trace(), bytes });
      }
    },
  };
  return { get: async () => child } as unknown as ChildHolder;
}

const graded = (cases: unknown[]) => gradedWith({ cases }, (input) => input === 2);

async function gradedWith(
  given: Pick<CheckOptions<object, any>, "cases" | "given">,
  bad: (input: any) => boolean,
  bytes = 0,
) {
  const inputs: unknown[] = [];
  const graded = check<object, any>("good", "is good", {
    points: 10,
    ...given,
    scenario: () => undefined,
    expect: (_trace, input) => [bad(input) ? { message: `It is ${JSON.stringify(input)}.` } : undefined],
  });
  const exercise = { id: "99-test", checks: [graded], mistakes: {} };
  const program = { grader: exercise, code: "", place: () => undefined };
  const [verdict] = await new ExerciseRun(program, childThatNotes(inputs, bytes)).all(1, false);
  return { inputs, outcome: verdict!.outcome, feedback: verdict!.feedback };
}

test("every case is run, undefined as well, and all must pass", async () => {
  expect(await graded([1, undefined, null])).toEqual({
    inputs: [1, { t: "undefined" }, null],
    outcome: "passed",
    feedback: "",
  });
});

test("the first case that fails is the verdict", async () => {
  expect(await graded([1, 2, 3])).toMatchObject({ outcome: "failed", feedback: "It is 2." });
});

test("what fails at once fails with the first case, and the rest is not run", async () => {
  expect(await graded([2, 1, 3])).toEqual({ inputs: [2], outcome: "failed", feedback: "It is 2." });
});

test("a check without a case never passes", async () => {
  expect(await graded([])).toMatchObject({ inputs: [], outcome: "grader-error" });
});

const numbers = fc.array(fc.integer({ min: 0, max: 1000 }), { maxLength: 9 });

test("20 inputs are generated, the same ones for every submission, and different ones", async () => {
  const [first, again] = [
    await gradedWith({ given: numbers }, () => false),
    await gradedWith({ given: numbers }, () => false),
  ];
  expect(first).toMatchObject({ outcome: "passed", feedback: "" });
  expect(first.inputs).toHaveLength(20);
  expect(new Set(first.inputs.map((input) => JSON.stringify(input))).size).toBeGreaterThan(10);
  expect(again.inputs).toEqual(first.inputs);
});

test("the verdict is about the smallest input that fails", async () => {
  const { outcome, feedback } = await gradedWith({ given: numbers }, (input) =>
    input.some((each: number) => each > 500),
  );
  expect({ outcome, feedback }).toEqual({ outcome: "failed", feedback: "It is [501]." });
});

test("the longer its traces, the less far an input is shrunk: by time it would be another each time", async () => {
  const shrunk = async (bytes: number) => {
    const { inputs } = await gradedWith({ given: numbers }, (input) => input.length > 3, bytes);
    return inputs.length;
  };
  const MIB = 1024 * 1024;
  // The first input passes and all others are run, too; of what they are shrunk to so many bytes.
  expect([await shrunk(3 * MIB), await shrunk(MIB)]).toEqual([20 + 1, 20 + 3]);
  expect(await shrunk(0)).toBeGreaterThan(20 + 3);
});

test("a check that asks for words is told which the files use, and its verdict where", async () => {
  const where = { file: "own.ts", line: 3, column: 1 };
  const uses = (words: readonly string[]) => words.slice(1).map((word) => ({ word, line: "text", where }));
  const asks = check<object>("own", "is your own", {
    points: 10,
    words: ["Promise", "async"],
    scenario: () => undefined,
    expect: (trace) => trace.uses!.map(({ word, where }) => ({ message: `It uses ${word}.`, where })),
  });
  const exercise = { id: "99-test", checks: [asks], mistakes: {} };
  const program = { grader: exercise, code: "", place: () => undefined, uses };
  const [verdict] = await new ExerciseRun(program, childThatNotes([], 0)).all(1, false);
  expect(verdict).toMatchObject({ outcome: "failed", feedback: "It uses async.", where });
});
