import { expect, test } from "vitest";
import { fulfilled } from "../../kit/expectations.ts";
import { check, type Grader } from "../../kit/grader.ts";
import type { Plain } from "../../trace/plain.ts";
import { emptyTrace, type Outcome, type Trace } from "../../trace/trace.ts";
import { judge } from "./judge.ts";

const at = (ms: number, seq = 1) => ({ at: ms, seq });

const traceOf = (parts: Partial<Trace>) => emptyTrace({ endedAt: 1000, ...parts });

const main = (parts: Partial<Outcome>): Record<string, Outcome> => ({
  main: { label: "main", start: at(0), state: "pending", ...parts },
});

const graded = check("time", "resolves at 1000", {
  points: 3,
  scenario: () => undefined,
  expect: (trace) => [fulfilled(trace, { at: 1000, value: "ok", otherwise: "late-start" })],
  mistakes: { "swallowed-error": (trace) => trace.notes.length > 0 },
});
const grader: Grader = { id: "99-test", checks: [graded], mistakes: {} };

const nowhere = { code: "", place: () => undefined };

const judged = (trace: Trace) => {
  const { trace: _, ...verdict } = judge(grader, graded, { kind: "trace", trace }, nowhere);
  return verdict;
};

test("a trace that holds what is expected passes with all points", () => {
  const outcomes = main({ state: "fulfilled", settled: at(1000), value: "ok" });
  expect(judged(traceOf({ outcomes }))).toEqual({
    id: "time",
    title: "resolves at 1000",
    outcome: "passed",
    score: 3,
    maxScore: 3,
    feedback: "",
    virtualMs: 1000,
  });
});

test("the first failed expectation is the feedback", () => {
  const outcomes = main({ state: "fulfilled", settled: at(3000), value: "ok" });
  expect(judged(traceOf({ outcomes }))).toEqual({
    id: "time",
    title: "resolves at 1000",
    outcome: "failed",
    score: 0,
    maxScore: 3,
    feedback: "Your function resolved at 3000 ms; expected 1000 ms.",
    misconception: "late-start",
    virtualMs: 3000,
  });
});

test("a floating rejection fails a check that is right otherwise", () => {
  const outcomes = main({ state: "fulfilled", settled: at(1000), value: "ok" });
  const reason: Plain = { t: "error", name: "Error", message: "lost", props: [] };
  expect(judged(traceOf({ outcomes, floating: [{ ...at(400), reason }] }))).toMatchObject({
    outcome: "failed",
    score: 0,
    misconception: "floating-rejection",
    feedback: "At 400 ms a promise rejected with Error: lost, and nobody handled it.",
  });
});

test("one in a scope is told in that one's time, and after the input", () => {
  const outcomes = {
    ...main({ state: "fulfilled", settled: at(17_000), value: "ok" }),
    Answered: {
      label: "Answered",
      start: at(15_000),
      state: "fulfilled" as const,
      settled: at(15_500),
      value: 1,
    },
  };
  const floating = [{ ...at(17_000), reason: "late", watched: "Answered" }];
  const trace = traceOf({ outcomes, floating, made: { "Answered: payload": 1 }, input: 3 });
  const asked = check<unknown, number>("asked", "is asked", {
    points: 1,
    says: (input) => `With ${input}`,
    scenario: () => undefined,
    expect: () => [],
  });
  expect(judge(grader, asked, { kind: "trace", trace }, { code: "", place: () => undefined }).feedback).toBe(
    'With 3: Answered: at 2000 ms a promise rejected with "late", and nobody handled it.',
  );
});

test("a pending outcome never settles, whatever else holds", () => {
  expect(judged(traceOf({ end: "never-settles", outcomes: main({}) }))).toMatchObject({
    outcome: "never-settled",
    score: 0,
    feedback:
      "Your function's promise never settles: no timer and no call is left that could still settle it.",
  });
});

test("an expectation that throws is our fault, and no mark of the student's", () => {
  const broken = check("broken", "breaks", {
    points: 1,
    scenario: () => undefined,
    expect: () => {
      throw new Error("oops");
    },
  });
  const trace = traceOf({ outcomes: main({ state: "returned", settled: at(0), value: 1 }) });
  expect(judge(grader, broken, { kind: "trace", trace }, nowhere)).toMatchObject({
    outcome: "grader-error",
    score: 0,
  });
});

test("where the student's own code threw is told in their file", () => {
  const value: Plain = {
    t: "error",
    name: "TypeError",
    message: "x",
    props: [],
    where: [{ line: 9, column: 3 }],
  };
  const outcomes = main({ state: "rejected", settled: at(0), value });
  const place = () => ({ file: "three-apis.ts", line: 4, column: 7 });
  expect(
    judge(grader, graded, { kind: "trace", trace: traceOf({ outcomes }) }, { code: "", place }).where,
  ).toEqual({
    file: "three-apis.ts",
    line: 4,
    column: 7,
  });
});

test("a child that was killed tells what never came back", () => {
  const status = { phase: "timer", at: 1000 } as const;
  const died = { kind: "died", outcome: "time-limit", detail: "", status } as const;
  expect(judge(grader, graded, died, nowhere)).toMatchObject({
    outcome: "time-limit",
    score: 0,
    feedback:
      "What your code did at 1000 ms never came back: the event loop was not given back, so nothing else could run.",
  });
});

test("a run that had to be stopped shows what its check says, but not if the file was still being loaded", () => {
  const stuck = { ...graded, whenStuck: "blocking-sleep" };
  const named = (outcome: "time-limit" | "memory-limit", phase: "scenario" | "import") => {
    const died = { kind: "died", outcome, detail: "", status: { phase, at: 0 } } as const;
    return judge(grader, stuck, died, nowhere).misconception;
  };
  expect(named("time-limit", "scenario")).toBe("blocking-sleep");
  expect(named("time-limit", "import")).toBeUndefined();
  expect(named("memory-limit", "scenario")).toBeUndefined();
});
