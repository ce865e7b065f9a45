import { expect, test } from "vitest";
import type { ExerciseScore, Score } from "../score/score.ts";
import { nextLines } from "./next-lines.ts";

const look = { width: 79, paint: (_style: unknown, text: string) => text };
const facts = { title: () => "Title", stub: () => "export const code = 1;\n" };
const score = (next: string | null, exercises: ExerciseScore[]): Score => ({
  schema: "async-dojo/score@1",
  score: 0,
  maxScore: 20,
  percent: 0,
  belts: [{ name: "white", score: 0, maxScore: 20, exercises }],
  next: next === null ? null : { exercise: next, command: "npm test exercises/02" },
});
const faulty = { id: "01-a", score: 0, maxScore: 10, outcome: "grader-error" as const, untouched: false };
const untouched = { id: "02-b", score: 0, maxScore: 10, outcome: "skipped" as const, untouched: true };
const fault = "Not your fault: 01-a could not be graded, and counts as 0 here until that";

test("what cannot be graded is said, and is never all done", () => {
  expect(nextLines(score(null, [faulty]), facts, look)).toEqual([fault, "works."]);
});

test("a repair exercise is to be repaired", () => {
  expect(nextLines(score("02-b", [faulty, untouched]), facts, look)).toEqual([
    fault,
    "works.",
    "Next: 02-b  Title",
    "",
    "  This is still the code that you were given; it has a mistake. Read",
    "  exercises/02-b/README.md, then repair exercises/02-b/b.ts.",
    "  npm test exercises/02",
  ]);
});
