// A class as a terminal shows it: a row a student as long as that fits, then an overview.
import { stripVTControlCharacters } from "node:util";
import { expect, test } from "vitest";
import { resultOf } from "../../testing/fake-engine.ts";
import { memoryReport } from "../../testing/memory-report.ts";
import { keptOutput } from "../../testing/outputs.ts";
import { shownClass, tableAtMost } from "./closing.ts";

async function shown(size: number) {
  const students = await Promise.all(
    Array.from({ length: size }, (_, index) => {
      const id = `student-${String(index).padStart(3, "0")}`;
      if (index % 4 === 0)
        return resultOf(id, { "03-three-apis": "missing missing missing", "04-timeout": "" });
      return resultOf(id, {
        "03-three-apis": "",
        "04-timeout": index % 4 === 1 ? "failed:timer-leak failed failed" : "",
      });
    }),
  );
  const late = { submitted: "2026-12-02T10:00:00Z", days: 1, percent: 10 };
  const of = Object.fromEntries(
    students.slice(0, 10).map(({ id, score }) => [id, { late, mark: 0.9 * score }]),
  );
  const { lines, ...rest } = shownClass(memoryReport(students, { of }), {}, keptOutput(80));
  return { lines: lines.map(stripVTControlCharacters), ...rest };
}

test("as many as fit have a row each", async () => {
  const { lines, count } = await shown(tableAtMost);
  const table = lines.join("\n");
  expect([count, table.match(/^student-\d+ /gm)?.length]).toEqual([tableAtMost, tableAtMost]);
  expect(table).not.toContain("points %  students");
});

test("of more there is a row an exercise, and how the points are spread", async () => {
  const { lines, count, graderFailed } = await shown(tableAtMost + 4);
  expect([count, graderFailed]).toEqual([44, false]);
  expect(lines).toEqual([
    "",
    "exercise       handed in     passed   points %",
    "03-three-apis         33         33        100",
    "04-timeout            44         33         75",
    "",
    "points %  students",
    "     0–9      0",
    "   10–19      0",
    "   20–29      0",
    "   30–39      0",
    "   40–49      0",
    "   50–59     22 ████████████████████████████████████████",
    "   60–69      0",
    "   70–79      0",
    "   80–89      0",
    "  90–100     22 ████████████████████████████████████████",
    "",
    "Most common misconceptions:",
    "  timer-leak, in 11 of 44 submissions",
    "Hardest: 04-timeout, 75% of the points of those who handed it in",
    "Late: student-000 1 day, 10 → 9, student-001 1 day, 10 → 9, student-002 1 day,",
    "  20 → 18, student-003 1 day, 20 → 18, student-004 1 day, 10 → 9, student-005 1",
    "  day, 10 → 9, student-006 1 day, 20 → 18, student-007 1 day, 20 → 18 and 2 more",
  ]);
});

test("of nobody there is nothing to show", async () => {
  expect(await shown(0)).toEqual({ lines: [], graderFailed: false, count: 0 });
});
