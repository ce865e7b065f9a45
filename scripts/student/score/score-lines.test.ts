import { expect, test } from "vitest";
import { columnsOf } from "../../lib/terminal.ts";
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
    "  ◐ white   █████████████████░░░  44/50  01 ✓  02 ✓  03 ✓  04 ✓  05 4",
    "  ◐ yellow  ░░░░░░░░░░░░░░░░░░░░   0/30  06 0  07 ·  08 !",
    "",
    "✓ done   a number: points so far   · not begun   ! could not be graded",
    "",
    "Not your fault: 08-h could not be graded, and counts as 0 here until that",
    "works.",
    "Next: 05-e",
    "  npm test exercises/05",
  ]);
});

test("50 columns: signs without numbers", () => {
  const lines = scoreLines(score, 49, plain);
  expect(lines.slice(2, 4)).toEqual([
    "  ◐ white   █████████████████░░░  44/50  ✓✓✓✓4",
    "  ◐ yellow  ░░░░░░░░░░░░░░░░░░░░   0/30  0·!",
  ]);
  expect(lines.filter((line) => columnsOf(line) > 49)).toEqual([]);
});

test("40 columns: the bar gives way", () => {
  const lines = scoreLines(score, 39, plain, {
    title: (id) => `A title that is longer than the line, of ${id}`,
    since: { when: "yesterday", changes: [{ id: "05-e", from: 0, to: 4 }] },
  });
  expect(lines.slice(2, 4)).toEqual([
    "  ◐ white   ███████████░░  44/50  ✓✓✓✓4",
    "  ◐ yellow  ░░░░░░░░░░░░░   0/30  0·!",
  ]);
  expect(lines.filter((line) => columnsOf(line) > 39)).toEqual([]);
});

test("a belt that is whole is earned; one that nobody began is only a circle", () => {
  const done = { name: "white", score: 10, maxScore: 10, exercises: [exercise("01-a", 10)] };
  const waits = { name: "yellow", score: 0, maxScore: 10, exercises: [exercise("06-f", 0, untouched)] };
  const lines = scoreLines(
    { ...score, score: 10, maxScore: 20, percent: 50, belts: [done, waits] },
    119,
    plain,
  );
  expect(lines.slice(0, 4)).toEqual([
    "10 of 20 points (50 %)   ● white belt",
    "",
    `  ● white   ${"█".repeat(40)}  10/10  01 ✓`,
    `  ○ yellow  ${"░".repeat(40)}   0/10  06 ·`,
  ]);
});

test("what changed since last time, the points' sum first", () => {
  const since = (changes: { id: string; from: number; to: number }[]) => {
    const facts = { title: (id: string) => `Title ${id}`, since: { when: "yesterday", changes } };
    const lines = scoreLines(score, 79, plain, facts);
    return lines.slice(7, lines.indexOf("", 7));
  };
  expect(
    since([
      { id: "01-a", from: 3, to: 10 },
      { id: "05-e", from: 0, to: 4 },
      { id: "06-f", from: 2, to: 0 },
    ]),
  ).toEqual([
    "Since last time (yesterday): +9 points",
    "  ▲ 01   3 → 10  done  Title 01-a",
    "  ▲ 05   0 →  4        Title 05-e",
    "  ▼ 06   2 →  0        Title 06-f",
  ]);
  expect(since([{ id: "06-f", from: 1, to: 0 }])[0]).toBe("Since last time (yesterday): -1 point");
  expect(since([])).toEqual(["Nothing new since last time (yesterday)."]);
  const many = Array.from({ length: 11 }, () => ({ id: "05-e", from: 0, to: 4 }));
  expect(since(many).slice(-2)).toEqual(["  ▲ 05   0 →  4        Title 05-e", "    and 3 more"]);
});

test("only a full belt has a full bar, and only nothing an empty one is all points lost", () => {
  const belt = (points: number) => ({ ...score.belts[0]!, score: points });
  const bars = [0, 49, 50].map((points) => scoreLines({ ...score, belts: [belt(points)] }, 49, plain)[2]);
  expect(bars.map((line) => line!.match(/█*░*(?= )/g)!.join(""))).toEqual([
    "░".repeat(20),
    `${"█".repeat(19)}░`,
    "█".repeat(20),
  ]);
});

test("when all is done it says so", () => {
  expect(scoreLines({ ...score, next: null }, 79, plain).at(-1)).toBe("All done. Well done!");
});
