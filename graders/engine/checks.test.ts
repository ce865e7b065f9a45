// A check runs with each of its inputs in turn, stops at the first that fails, and shrinks a generated one.
import fc from "fast-check";
import { expect, test } from "vitest";
import { type CheckOptions, check } from "../kit/grader.ts";
import { type Plain, toPlain } from "../trace/plain.ts";
import { emptyTrace } from "../trace/trace.ts";
import { ExerciseRun } from "./checks.ts";
import { choosing } from "./inputs.ts";
import { ChildRuns, type Runs } from "./runs.ts";
import type { ChildHolder } from "./sandbox/child-holder.ts";
import type { Answer } from "./sandbox/run.ts";

/** A child that answers each run with a trace of nothing but its input, as if it were so many bytes long. */
function childThatNotes(inputs: unknown[], bytes: number): ChildHolder {
  const child = {
    exerciseAllowance: () => undefined,
    load: async () => ({ kind: "ready" }),
    async runs(series: { inputs: Plain[][] }[], _: unknown, answered: (answer: unknown) => void) {
      for (const [input] of series.flatMap(({ inputs }) => inputs)) {
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

/** Runs that note what they are asked, and end as `dying` says: at which input of which check, once or whenever it is asked. */
function notedRuns(dying: { check: string; input: number; lost: number; once?: boolean }[] = []) {
  const asked: string[] = [];
  const runs: Runs = {
    worn: false,
    deep: false,
    over: () => false,
    async ask({ series, trail }, took) {
      asked.push(
        `${trail ? "trail " : ""}${series.map(({ check, inputs }) => `${check} ${inputs}`).join("; ")}`,
      );
      const answers: Answer[] = [];
      for (const { check, inputs } of series)
        for (const [input] of inputs) {
          const death = dying.find((each) => each.check === check && each.input === input);
          if (death) {
            if (death.once) dying.splice(dying.indexOf(death), 1);
            answers.slice(0, trail ? undefined : answers.length - death.lost).forEach(took);
            return { died: { kind: "died", outcome: "time-limit", detail: "" }, stopped: false };
          }
          answers.push({ kind: "trace", trace: { ...emptyTrace(), end: "quiet" } });
        }
      answers.forEach(took);
      return undefined;
    },
  };
  return { asked, runs };
}

/** Checks of these names that pass with all inputs but those of `bad`. */
async function verdictsOn(casts: Record<string, number[]>, bad: Record<string, number>, runs: Runs) {
  const checks = Object.entries(casts).map(([id, cast]) =>
    check<object, number>(id, id, {
      points: 1,
      cast,
      scenario: () => undefined,
      expect: (_trace, input) => [bad[id] === input ? { message: `It is ${input}.` } : undefined],
    }),
  );
  const program = { grader: { id: "99-test", checks, mistakes: {} }, code: "", place: () => undefined };
  const verdicts = await new ExerciseRun(program, runs).all(1, false);
  return verdicts.map(({ id, outcome, feedback }) => `${id} ${outcome} ${feedback.slice(0, 8)}`.trim());
}

test("all checks but the basic one are asked together: for their first inputs, and those that passed for the others", async () => {
  const { asked, runs } = notedRuns();
  const casts = { a: [1, 2], b: [1, 2, 3], c: [1, 2], d: [1], e: [1, 2, 3] };
  expect(await verdictsOn(casts, { c: 1, e: 2 }, runs)).toEqual([
    "a passed",
    "b passed",
    "c failed It is 1.",
    "d passed",
    "e failed It is 2.",
  ]);
  expect(asked).toEqual(["a 1", "a 2", "b 1; c 1; d 1; e 1", "b 2,3; e 2,3"]);
});

test("where a child died with answers that had come to nobody, the same is asked once more, and the rest when it is its turn", async () => {
  const { asked, runs } = notedRuns([{ check: "c", input: 2, lost: 2 }]);
  expect(await verdictsOn({ a: [1], b: [1, 2, 3], c: [1, 2], d: [1, 2] }, { b: 3 }, runs)).toEqual([
    "a passed",
    "b failed It is 3.",
    expect.stringMatching(/^c time-limit/),
    "d passed",
  ]);
  expect(asked).toEqual(["a 1", "b 1; c 1; d 1", "b 2,3; c 2; d 2", "trail b 2,3; c 2; d 2", "d 2"]);
});

test("what dies once and then does not is judged by what it does", async () => {
  const { asked, runs } = notedRuns([{ check: "b", input: 2, lost: 0, once: true }]);
  expect(await verdictsOn({ a: [1], b: [1, 2], c: [1, 2] }, {}, runs)).toEqual([
    "a passed",
    "b passed",
    "c passed",
  ]);
  expect(asked).toEqual(["a 1", "b 1; c 1", "b 2; c 2", "trail b 2; c 2"]);
});

test("two deaths end it, but for what had failed before", async () => {
  const { runs } = notedRuns([
    { check: "b", input: 2, lost: 0 },
    { check: "c", input: 2, lost: 0 },
  ]);
  const casts = { a: [1], b: [1, 2], c: [1, 2], d: [1, 2], e: [1, 2] };
  expect(await verdictsOn(casts, { e: 1 }, runs)).toEqual([
    "a passed",
    expect.stringMatching(/^b time-limit/),
    expect.stringMatching(/^c time-limit/),
    "d skipped Not run:",
    "e failed It is 1.",
  ]);
});
