import { expect, test } from "vitest";
import type { CheckVerdict } from "../../../graders/engine/types.ts";
import { shapeName } from "../../../graders/trace/shape.ts";
import { emptyTrace } from "../../../graders/trace/trace.ts";
import { buildCatalogue } from "./build.ts";
import { measure } from "./measure.ts";
import { type Recorded, type Recording, recordAnswers } from "./recordings.ts";
import { measuredTable } from "./table.ts";

const failure = (answer: string, misconception: string, shape: string, more: Partial<Recording> = {}) => ({
  check: "a",
  answer,
  misconception,
  telling: true,
  named: misconception,
  shape,
  ...more,
});
const recordedOf = (failures: Recording[], right: string[] = []): Recorded => ({
  failures,
  right: new Set(right),
});

test("keeps the shapes that one misconception's answers alone have", () => {
  const failures = [
    failure("late.ts", "late", "S3", { input: "[2]" }),
    failure("late-2.ts", "late", "S1", { input: "[1]" }),
    failure("late-3.ts", "late", "S1", { telling: false }),
    failure("late-4.ts", "late", "shared"),
    failure("lost.ts", "lost", "shared", { telling: false }),
    failure("lost-2.ts", "lost", "as right ones"),
    failure("lost-3.ts", "lost", "S4", { check: "b", telling: false }),
    { ...failure("lost-4.ts", "lost", ""), shape: undefined as never },
  ];
  expect(buildCatalogue(["a", "b", "c"], recordedOf(failures, ["a: as right ones", "b: S1"]))).toEqual({
    a: {
      about: ["late", "lost"],
      seen: { late: "late", lost: "lost" },
      shapes: { late: "S1 S3" },
      inputs: ["[1]", "[2]"],
    },
    b: { about: [], seen: { lost: "lost" }, shapes: { lost: "S4" }, inputs: [] },
  });
});

test("measures what is named of an answer that the catalogue does not have, where another one shares its id", () => {
  const failures = [
    failure("late.ts", "late", "S1", { named: undefined }),
    failure("late-2.ts", "late", "S1", { named: undefined }),
    failure("late-3.ts", "late", "S2", { named: undefined, picture: "alike" }),
    failure("only.ts", "only", "S3", { named: undefined }),
    failure("lost.ts", "lost", "S4", { check: "b", named: "other" }),
    failure("lost-2.ts", "lost", "S4", { check: "a", telling: false, named: "other" }),
  ].map(({ named, ...rest }) => (named === undefined ? rest : { ...rest, named }));
  const measured = measure("03-x", recordedOf(failures));
  expect(measured).toEqual({
    id: "03-x",
    together: { right: 3, wrong: 1, none: 1 },
    graders: { right: 0, wrong: 1, none: 4 },
    catalogue: { right: 3, wrong: 0, none: 2 },
    first: { right: 3, wrong: 2, none: 1 },
    elsewhere: { right: 0, wrong: 1, none: 0 },
    pictures: { alike: 1, instant: 0 },
    mistaken: ['03-x/lost.ts: named other, in "b"', '03-x/lost-2.ts: named other, in "a"'],
  });
  expect(measuredTable([measured, measured])).toMatch(
    /│ all {2}│ 6 \/ 2 \/ 2 │ {5}0 \/ 2 \/ 8 │.*│ +2 \/ 0 │/,
  );
});

test("records wrong answers' failures with the catalogue's seed, and right shapes wherever there are some", async () => {
  const trace = (at: number) => ({
    ...emptyTrace(),
    endedAt: at,
    notes: [{ name: "n", value: 1, at, seq: 1 }],
  });
  const check = (id: string, outcome: "passed" | "failed" | "skipped", at?: number): CheckVerdict => {
    const traced = at === undefined ? {} : { trace: trace(at) };
    return {
      id,
      title: `promise ${id}`,
      outcome,
      score: 0,
      maxScore: 2,
      feedback: "",
      misconception: "m",
      ...traced,
    };
  };
  const verdict = (...checks: CheckVerdict[]) => ({
    id: "03-x",
    score: 0,
    maxScore: 2,
    outcome: "failed" as const,
    checks,
  });
  const recorder = recordAnswers({ ghost: async (_, { id }) => (id === "b" ? trace(70) : undefined) });
  const answer = (path: string, text: string) => ({ id: "03-x", entry: "x.ts", path, text });
  const wrong = answer("solutions/03-x/wrong/late.ts", "// fails: b (late)\n");
  await recorder.graded(wrong, 2, verdict(check("a", "failed", 5)));
  await recorder.graded(
    wrong,
    1,
    verdict(check("a", "passed", 10), check("b", "failed", 20), check("c", "failed")),
  );
  await recorder.graded(
    answer("solutions/03-x/x.ts", "// right\n"),
    1,
    verdict(check("a", "passed", 30), check("b", "skipped")),
  );
  const named = (at: number) => shapeName(trace(at));
  const late = { answer: "late.ts", misconception: "late", named: "m" };
  expect(recorder.of("03-x")).toEqual({
    failures: [
      { ...late, check: "b", telling: true, shape: named(20), picture: "alike" },
      { ...late, check: "c", telling: false },
    ],
    right: new Set([`a: ${named(10)}`, `b: ${named(70)}`, `a: ${named(30)}`]),
  });
  expect(recorder.of("04-y")).toEqual({ failures: [], right: new Set() });
});
