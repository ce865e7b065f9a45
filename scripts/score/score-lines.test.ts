import { expect, test } from "vitest";
import { columnsOf } from "../lib/terminal.ts";
import type { ExerciseScore, Score } from "./score.ts";
import { scoreLines } from "./score-lines.ts";

const plain = (_style: unknown, text: string) => text;
const exercise = (id: string, score: number, more: Partial<ExerciseScore> = {}): ExerciseScore => ({
  id,
  score,
  maxScore: 10,
  outcome: score === 10 ? "passed" : "failed",
  untouched: false,
  ...more,
});
const untouched = { untouched: true, outcome: "skipped" as const };
const score: Score = {
  schema: "async-dojo/score@1",
  score: 44,
  maxScore: 80,
  percent: 55,
  belts: [
    {
      name: "white",
      score: 44,
      maxScore: 50,
      exercises: [
        exercise("01-a", 10),
        exercise("02-b", 10),
        exercise("03-c", 10),
        exercise("04-d", 10),
        exercise("05-e", 4),
      ],
    },
    {
      name: "yellow",
      score: 0,
      maxScore: 30,
      exercises: [
        exercise("06-f", 0),
        exercise("07-g", 0, untouched),
        exercise("08-h", 0, { outcome: "grader-error" }),
      ],
    },
  ],
  next: { exercise: "05-e", command: "npm test exercises/05" },
};

test("80 columns: a bar and a sign for each exercise", () => {
  expect(scoreLines(score, 79, plain)).toEqual([
    "44 of 80 points (55 %)",
    "",
    "  white   █████████████████░░░  44/50  01 ✓  02 ✓  03 ✓  04 ✓  05 4",
    "  yellow  ░░░░░░░░░░░░░░░░░░░░   0/30  06 0  07 ·  08 !",
    "",
    "✓ done   a number: points so far   · not begun   ! could not be graded",
    "",
    "Not your fault: 08-h could not be graded, and counts as 0 here until that",
    "works.",
    "Next: 05-e",
    "  npm test exercises/05",
  ]);
});

test("40 columns: bars alone", () => {
  const lines = scoreLines(score, 39, plain);
  expect(lines.slice(2, 4)).toEqual([
    "  white   █████████████████░░░  44/50",
    "  yellow  ░░░░░░░░░░░░░░░░░░░░   0/30",
  ]);
  expect(lines.filter((line) => columnsOf(line) > 39)).toEqual([]);
});

test("only a full belt has a full bar, and only nothing an empty one is all points lost", () => {
  const belt = (points: number) => ({ ...score.belts[0]!, score: points });
  const bars = [0, 49, 50].map((points) => scoreLines({ ...score, belts: [belt(points)] }, 39, plain)[2]);
  expect(bars.map((line) => line!.match(/█*░*(?= )/g)!.join(""))).toEqual([
    "░".repeat(20),
    `${"█".repeat(19)}░`,
    "█".repeat(20),
  ]);
});

test("when all is done it says so", () => {
  expect(scoreLines({ ...score, next: null }, 79, plain).at(-1)).toBe("All done. Well done!");
});
