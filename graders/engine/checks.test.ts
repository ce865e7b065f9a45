// A check runs with each of its inputs in turn, stops at the first that fails, and shrinks a generated one.
import fc from "fast-check";
import { expect, test } from "vitest";
import { type CheckOptions, check } from "../kit/grader.ts";
import { type Plain, toPlain } from "../trace/plain.ts";
import { emptyTrace } from "../trace/trace.ts";
import { ExerciseRun } from "./checks.ts";
import { choosing } from "./inputs.ts";
import { ChildRuns } from "./runs.ts";
import type { ChildHolder } from "./sandbox/child-holder.ts";

/** A child that answers each run with a trace of nothing but its input, as if it were so many bytes long. */
function childThatNotes(inputs: unknown[], bytes: number): ChildHolder {
  const child = {
    exerciseAllowance: () => undefined,
    load: async () => ({ kind: "ready" }),
    async runs(_series: unknown, given: Plain[][], answered: (answer: unknown) => void) {
      for (const [input] of given) {
        inputs.push(input);
        answered({ kind: "trace", trace: emptyTrace(), bytes });
      }
    },
  };
  return { get: async () => child } as unknown as ChildHolder;
}

const runsOf = (children: ChildHolder) => new ChildRuns("99-test", "", children);

const graded = (cast: unknown[]) => gradedWith(cast, (input) => input === 2);

async function gradedWith(
  cast: NonNullable<CheckOptions<object, any>["cast"]>,
  bad: (input: any) => boolean,
  { bytes = 0, chosen = {} as Record<string, string> } = {},
) {
  const inputs: unknown[] = [];
  const graded = check<object, any>("good", "is good", {
    points: 10,
    cast,
    scenario: () => undefined,
    expect: (_trace, input) => [bad(input) ? { message: `It is ${JSON.stringify(input)}.` } : undefined],
  });
  const exercise = choosing({ id: "99-test", checks: [graded], mistakes: {} }, { good: chosen });
  const program = { grader: exercise, code: "", place: () => undefined };
  const [verdict] = await new ExerciseRun(program, runsOf(childThatNotes(inputs, bytes))).all(1, false);
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
const texts = (inputs: unknown[]) => inputs.map((input) => JSON.stringify(input));
const madeAsText = (seed: number, count: number) =>
  texts(fc.sample(numbers, { seed, numRuns: count }).map(toPlain));

test("ten inputs are the seed's, the same ones for every submission", async () => {
  const { outcome, feedback, inputs } = await gradedWith(numbers, () => false);
  expect({ outcome, feedback }).toEqual({ outcome: "passed", feedback: "" });
  expect(texts(inputs)).toEqual(madeAsText(1, 10));
  expect(new Set(texts(inputs)).size).toBeGreaterThan(5);
});

test("chosen inputs are asked first, and all of them together are 24 at most", async () => {
  const asked = async (count: number) => {
    const chosen = Object.fromEntries(Array.from({ length: count }, (_, nth) => [`7:${nth}`, ""]));
    return texts((await gradedWith(numbers, () => false, { chosen })).inputs);
  };
  expect(await asked(3)).toEqual([...madeAsText(7, 3), ...madeAsText(1, 10)]);
  expect(await asked(16)).toEqual([...madeAsText(7, 16), ...madeAsText(1, 8)]);
  expect(await asked(30)).toEqual([...madeAsText(7, 19), ...madeAsText(1, 5)]);
});

test.each<[string, Record<string, string>, string]>([
  ["one of the seed's", {}, madeAsText(1, 1)[0]!],
  ["a chosen one", { "7:9": "" }, madeAsText(7, 10)[9]!],
])("the verdict is about the smallest input that fails, asked first: %s", async (_, chosen, first) => {
  const bad = (input: number[]) => input.some((each) => each > 500);
  const { inputs, ...verdict } = await gradedWith(numbers, bad, { chosen });
  expect(texts(inputs)[0]).toBe(first);
  expect(verdict).toEqual({ outcome: "failed", feedback: "It is [501]." });
});

test("the longer its traces, the less far an input is shrunk: by time it would be another each time", async () => {
  const shrunk = async (bytes: number) => {
    const { inputs } = await gradedWith(numbers, (input) => input.length > 3, { bytes });
    return inputs.length;
  };
  const MIB = 1024 * 1024;
  // The first input passes and all others are run, too; of what they are shrunk to so many bytes.
  expect([await shrunk(3 * MIB), await shrunk(MIB)]).toEqual([10 + 1, 10 + 3]);
  expect(await shrunk(0)).toBeGreaterThan(10 + 3);
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
  const [verdict] = await new ExerciseRun(program, runsOf(childThatNotes([], 0))).all(1, false);
  expect(verdict).toMatchObject({ outcome: "failed", feedback: "It uses async.", where });
});
