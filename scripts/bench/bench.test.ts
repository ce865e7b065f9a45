// The bench's arithmetic and its table; what it measures is never asserted.
import { expect, test } from "vitest";
import { loadMeasurements } from "./load.ts";
import { median, sideBySide } from "./measurement.ts";
import { rowLine, tableHead } from "./table.ts";

test("the sides take turns, the first round does not count, and medians are taken", async () => {
  const turns: string[] = [];
  const side = (name: string, times: number[]) => async (round: number) => {
    turns.push(`${name}${round}`);
    return times[round]!;
  };
  const result = await sideBySide(3, side("ours", [900, 30, 10, 20]), side("bare", [900, 5, 7, 6]));
  expect(result).toEqual({ ours: 20, bare: 6 });
  expect(turns).toEqual(["ours0", "bare0", "ours1", "bare1", "ours2", "bare2", "ours3", "bare3"]);
  expect(median([4, 1, 2, 3])).toBe(2.5);
});

test("a line says the figures, their ratio, and whether the goal is met", () => {
  expect(tableHead()).toMatch(/ours +bare +ratio +goal$/);
  expect(rowLine({ what: "save to verdict", ours: 210, bare: 340, goal: 2 }).replace(/ +/g, " ")).toBe(
    "save to verdict 210 ms 340 ms 0.62 ≤ 2, met",
  );
  expect(rowLine({ what: "x", ours: 30, bare: 10, goal: 2 })).toMatch(/3\.00 +≤ 2, missed$/);
  expect(rowLine({ what: "x", ours: 30, bare: 10 })).toMatch(/3\.00$/);
});

test("every file in measurements/ is one, the student's first", async () => {
  const all = await loadMeasurements();
  expect(all.slice(0, 2).map(({ name }) => name)).toEqual(["test", "watch"]);
  for (const { about, measure } of all)
    expect([typeof about, typeof measure]).toEqual(["string", "function"]);
});
