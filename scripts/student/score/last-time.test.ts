import { expect, test } from "vitest";
import { temporaryFolder } from "../../../graders/engine/testing/folders.ts";
import { ago, changesSince, lastTime, rememberScore } from "./last-time.ts";
import { type ExerciseScore, summed } from "./score.ts";

const exercise = (id: string, score: number, more: Partial<ExerciseScore> = {}): ExerciseScore => ({
  id,
  score,
  maxScore: 10,
  outcome: score === 10 ? "passed" : "failed",
  untouched: false,
  ...more,
});
const fault = (id: string) => exercise(id, 0, { outcome: "grader-error" });
const noon = Date.parse("2026-03-01T12:00:00Z");

test("what is remembered comes back, and what changed is told", async () => {
  const root = temporaryFolder({});
  expect(lastTime(root)).toBe(undefined);
  await rememberScore(root, summed([exercise("01-a", 4), exercise("02-b", 10)]), noon, undefined);
  const last = lastTime(root)!;
  expect(last).toEqual({
    at: noon,
    points: new Map([
      ["01-a", 4],
      ["02-b", 10],
    ]),
  });
  const now = summed([exercise("01-a", 10), exercise("02-b", 10), exercise("03-c", 0), exercise("04-d", 2)]);
  expect(changesSince(last, now)).toEqual([
    { id: "01-a", from: 4, to: 10 },
    { id: "04-d", from: 0, to: 2 },
  ]);
});

test("what cannot be graded today is neither lost nor forgotten", async () => {
  const root = temporaryFolder({});
  await rememberScore(root, summed([exercise("01-a", 4)]), noon, undefined);
  const last = lastTime(root)!;
  const broken = summed([fault("01-a"), fault("02-b")]);
  expect(changesSince(last, broken)).toEqual([]);
  await rememberScore(root, broken, noon, last);
  expect(lastTime(root)!.points).toEqual(
    new Map([
      ["01-a", 4],
      ["02-b", 0],
    ]),
  );
});

test("a record that makes no sense is none, and is replaced", async () => {
  for (const text of ["", "[", "null", "{}", '{"at":"never","points":{}}', '{"at":7}']) {
    const root = temporaryFolder({ ".cache/score.json": text });
    expect([text, lastTime(root)]).toEqual([text, undefined]);
    await rememberScore(root, summed([exercise("01-a", 4)]), noon, undefined);
    expect(lastTime(root)).toEqual({ at: noon, points: new Map([["01-a", 4]]) });
  }
  const half = temporaryFolder({
    ".cache/score.json": '{"at":"2026-03-01T12:00:00Z","points":{"01-a":"4","02-b":3}}',
  });
  expect(lastTime(half)).toEqual({ at: noon, points: new Map([["02-b", 3]]) });
});

test("where nothing can be written there is no fault", async () => {
  const root = temporaryFolder({ ".cache": "a file is in the way" });
  await rememberScore(root, summed([exercise("01-a", 4)]), noon, undefined);
  expect(lastTime(root)).toBe(undefined);
});

test("how long ago", () => {
  const minutes = [-5, 0, 1, 59, 60, 23 * 60, 24 * 60, 9 * 24 * 60];
  expect(minutes.map((each) => ago(noon - each * 60_000, noon))).toEqual([
    "just now",
    "just now",
    "1 minute ago",
    "59 minutes ago",
    "1 hour ago",
    "23 hours ago",
    "yesterday",
    "9 days ago",
  ]);
});
