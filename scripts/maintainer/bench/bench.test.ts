// The bench's arithmetic and its table; what it measures is never asserted.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { loadMeasurements } from "./load.ts";
import { makeClass } from "./make-class.ts";
import { median, sideBySide } from "./measurement.ts";
import { rowLine, tableHead } from "./table.ts";

const ROOT = dirname(dirname(dirname(import.meta.dirname)));

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
  expect(all.slice(0, 3).map(({ name }) => name)).toEqual(["test", "watch", "play"]);
  for (const { about, measure } of all)
    expect([typeof about, typeof measure]).toEqual(["string", "function"]);
});

test("a made-up class is the same each time, and nobody's programs are another's", () => {
  const [first, again] = [1, 2].map(() => {
    const folder = mkdtempSync(join(tmpdir(), "async-dojo-class-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const written = makeClass(ROOT, folder, 12);
    const files = Object.fromEntries(
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .map((path) => [relative(folder, path), readFileSync(path, "utf8")]),
    );
    expect(Object.keys(files).length).toBe(written);
    return files;
  });
  expect(again).toEqual(first);
  const texts = Object.values(first!);
  expect(texts.length).toBeGreaterThan(12 * 10);
  expect(new Set(texts).size).toBe(texts.length);
  expect(texts.filter((text) => !/\nexport const mark\d+ = \d+;\n$/.test(text))).toEqual([]);
  expect(new Set(Object.keys(first!).map((path) => path.split(/[\\/]/)[0])).size).toBe(12);
});
