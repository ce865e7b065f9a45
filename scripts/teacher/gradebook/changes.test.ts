import { expect, test } from "vitest";
import { type Changes, changesLines } from "./changes.ts";

const none: Changes = { since: "2026-11-28T09:05:00.000Z", moved: 0, groups: [], added: [], gone: [] };
const move = (submission: string) => ({ submission, before: 2, after: 0 });
const names = (count: number) => Array.from({ length: count }, (_, index) => `s${index + 1}`);

test("where nothing moved it says so, and who is new or gone", () => {
  expect(changesLines(none, 80)).toEqual(["Since the grading before (2026-11-28 09:05 UTC): no mark moved."]);
  expect(changesLines({ ...none, added: names(9), gone: ["eve\u001b[2J"] }, 80)).toEqual([
    "Since the grading before (2026-11-28 09:05 UTC): no mark moved.",
    "  New: s1, s2, s3, s4, s5, s6, s7, s8 and 1 more",
    "  No longer there: eve\\u001b[2J",
  ]);
});

test("each check with its cause and the first few whose marks it moved", () => {
  const group = {
    exercise: "03-x",
    check: "time",
    title: "is quick",
    cause: "judge",
    count: 10,
    moves: names(8).map(move),
  } as const;
  expect(changesLines({ ...none, moved: 11, groups: [group] }, 60)).toEqual([
    "Since the grading before (2026-11-28 09:05 UTC): 11 marks moved.",
    "  03-x: is quick (its expectations changed)",
    "    s1 2 → 0, s2 2 → 0, s3 2 → 0, s4 2 → 0, s5 2 → 0, s6 2 →",
    "    0, s7 2 → 0, s8 2 → 0 and 2 more",
    "  and 1 more: gradebook.sqlite holds them all, in the table changes.",
  ]);
});

test("of many checks the first are shown, and how many marks the others moved", () => {
  const groups = names(14).map((title) => ({
    exercise: "03-x",
    check: title,
    title,
    cause: "again" as const,
    count: 1,
    moves: [move("ada")],
  }));
  const lines = changesLines({ ...none, moved: 14, groups }, 80);
  expect(lines.filter((line) => line.includes("it was graded again"))).toHaveLength(12);
  expect(lines.at(-1)).toBe("  and 2 more: gradebook.sqlite holds them all, in the table changes.");
});
