// A check with cases runs with each of them in turn, and stops at the first that fails.
import { expect, test } from "vitest";
import { check } from "../kit/grader.ts";
import type { Plain } from "../kit/plain.ts";
import type { Trace } from "../kit/trace.ts";
import { ExerciseRun } from "./exercise-run.ts";
import type { ChildHolder } from "./grade.ts";

/** A child that answers each run with a trace of nothing but its input. */
function childThatNotes(inputs: unknown[]): ChildHolder {
  const trace = (): Partial<Trace> => ({
    end: "quiet",
    outcomes: {},
    calls: [],
    floating: [],
    timersMade: [],
  });
  const child = {
    exerciseAllowance: () => undefined,
    async request({ kind, input }: { kind: string; input?: Plain }) {
      if (kind === "load") return { kind: "ready" };
      inputs.push(input);
      return { kind: "trace", trace: trace() };
    },
  };
  return { keptBytes: 0, get: async () => child } as unknown as ChildHolder;
}

async function graded(cases: unknown[]) {
  const inputs: unknown[] = [];
  const graded = check<object, any>("is not 2", {
    points: 10,
    cases,
    scenario: () => undefined,
    expect: (_trace, input) => [input === 2 ? { message: "It is 2." } : undefined],
  });
  const exercise = { id: "99-test", checks: [graded], mistakes: {} };
  const [verdict] = await new ExerciseRun(exercise, "", childThatNotes(inputs), () => undefined).all(
    1,
    false,
  );
  return { inputs, outcome: verdict!.outcome, feedback: verdict!.feedback };
}

test("every case is run, undefined as well, and all must pass", async () => {
  expect(await graded([1, undefined, null])).toEqual({
    inputs: [1, { t: "undefined" }, null],
    outcome: "passed",
    feedback: "",
  });
});

test("the first case that fails is the verdict, and the rest is not run", async () => {
  expect(await graded([1, 2, 3])).toEqual({ inputs: [1, 2], outcome: "failed", feedback: "It is 2." });
});

test("a check without a case never passes", async () => {
  expect(await graded([])).toMatchObject({ inputs: [], outcome: "grader-error" });
});
