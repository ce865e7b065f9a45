import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../../graders/engine/testing/folders.ts";
import type { Measured } from "./measure.ts";
import { qualityFact, readQuality, writeQuality } from "./quality.ts";

const none = { right: 0, wrong: 0, none: 0 };
const measuredAs = (own: number[], elsewhere: number[], id = "03-x", alike = 0): Measured => {
  const count = ([right, wrong, unnamed]: number[]) => ({ right: right!, wrong: wrong!, none: unnamed! });
  return {
    id,
    together: count(own),
    graders: none,
    catalogue: none,
    first: none,
    elsewhere: count(elsewhere),
    pictures: { alike, instant: 0 },
    mistaken: [`${id}/a.ts: named late, in "time"`],
  };
};
const first = measuredAs([5, 1, 0], [7, 2, 3]);

test("figures are recorded, and worse ones only if that is asked for", async () => {
  const root = temporaryFolder({ "solutions/": "" });
  const other = measuredAs([1, 0, 0], [0, 0, 0], "01-y");
  expect(await writeQuality(root, [first, other], false)).toEqual({ changed: true, refused: [] });
  expect(await writeQuality(root, [first], false)).toEqual({ changed: false, refused: [] });
  const text = readFileSync(join(root, "solutions/diagnosis.json"), "utf8");
  expect(text).toMatch(/^\{\n {2}"01-y": \{\n {4}"own": \{ "right": 1, "wrong": 0, "none": 0 \},\n/);
  const lost = measuredAs([4, 1, 1], [8, 2, 3]);
  expect(await writeQuality(root, [lost], false)).toEqual({
    changed: false,
    refused: [
      "Of 03-x wrong answers were named in their own check 5 times rightly, 1 wrongly, 0 not at all, now 4 times rightly, 1 wrongly, 1 not at all. To record that all the same: --accept-worse",
    ],
  });
  expect(await writeQuality(root, [lost], true)).toEqual({ changed: true, refused: [] });
  const { first: firsts, elsewhere, pictures } = lost;
  expect(readQuality(root).figures["03-x"]).toEqual({
    own: lost.together,
    first: firsts,
    elsewhere,
    pictures,
  });
});

test("verify holds them against what is measured, and says what to do", async () => {
  const root = temporaryFolder({ "solutions/": "" });
  const problem = (measured: Measured) => qualityFact(root, measured).problem;
  expect(problem(first)).toMatch(/does not have the figures of now.* Run: npm run catalogue -- --only 03$/);
  await writeQuality(root, [first], false);
  expect(problem(first)).toBe(undefined);
  expect(problem(measuredAs([6, 0, 0], [7, 2, 3]))).toMatch(/which are no worse. Run: npm run catalogue/);
  expect(problem({ ...first, first: { right: 0, wrong: 1, none: 0 } })).toContain(
    "Of 03-x wrong answers were named in the first that they fail 0 times rightly, 0 wrongly, 0 not at all, now 0 times rightly, 1 wrongly",
  );
  expect(problem(measuredAs([5, 1, 0], [7, 3, 2]))).toBe(
    `Of 03-x wrong answers were named elsewhere 7 times rightly, 2 wrongly, 3 not at all, now 7 times rightly, 3 wrongly, 2 not at all.
03-x/a.ts: named late, in "time"
Let the grader name them rightly, or nothing, and pictures show what is wrong. If it cannot be helped: npm run catalogue -- --only 03 --accept-worse`,
  );
});

test("pictures that do not show the mistake may become fewer, not more", async () => {
  const root = temporaryFolder({ "solutions/": "" });
  await writeQuality(root, [measuredAs([5, 1, 0], [7, 2, 3], "03-x", 1)], false);
  expect(await writeQuality(root, [measuredAs([5, 1, 0], [7, 2, 3], "03-x", 2)], false)).toEqual({
    changed: false,
    refused: [
      "Of 03-x pictures of failures are one with the reference's 2 times, before 1. To record that all the same: --accept-worse",
    ],
  });
  expect((await writeQuality(root, [first], false)).refused).toEqual([]);
});

test("a damaged file says how to get it back", () => {
  for (const damaged of ["{", '{ "03-x": 1 }', "[1]"]) {
    const root = temporaryFolder({ "solutions/diagnosis.json": damaged });
    expect(() => readQuality(root)).toThrow("Get it back: git checkout solutions/diagnosis.json");
  }
});

test("figures of an older form say how to renew them, and stay until then", async () => {
  const older = '{ "own": { "right": 9 } }';
  const root = temporaryFolder({ "solutions/diagnosis.json": `{ "03-x": ${older}, "01-y": ${older} }` });
  expect(qualityFact(root, first).problem).toBe(
    "solutions/diagnosis.json has the figures of 03-x in an older form. Renew them: npm run catalogue -- --only 03",
  );
  expect(await writeQuality(root, [first], false)).toEqual({ changed: true, refused: [] });
  expect(qualityFact(root, first).problem).toBe(undefined);
  expect(readQuality(root).older).toEqual({ "01-y": { own: { right: 9 } } });
});
