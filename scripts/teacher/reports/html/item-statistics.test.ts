// Item statistics against numbers computed by hand.
import { expect, test } from "vitest";
import { flagOf, ItemCounter } from "./item-statistics.ts";

function counted(...students: [passed: boolean, rest: number][]) {
  const counter = new ItemCounter();
  for (const [passed, rest] of students) counter.add(passed, rest);
  return counter.statistics;
}

test("passing goes with the points elsewhere: 4 / √20 = 0.894", () => {
  // Means 2 of passing (x̄ = 1/2) and 5 (ȳ); Σ(x-x̄)(y-ȳ) = 4, Σ(x-x̄)² = 1, Σ(y-ȳ)² = 20.
  expect(counted([false, 2], [false, 4], [true, 6], [true, 8])).toEqual({
    graded: 4,
    passed: 2,
    discrimination: 0.894,
    interval: null,
  });
});

test("the stronger fail it: the same, turned round", () => {
  expect(counted([true, 2], [true, 4], [false, 6], [false, 8]).discrimination).toBe(-0.894);
});

test("no connection, whatever the order of the students", () => {
  const students: [boolean, number][] = [
    [true, 1],
    [true, 3],
    [false, 1],
    [false, 3],
  ];
  expect(counted(...students).discrimination).toBe(0);
  expect(counted(...students.toReversed())).toEqual(counted(...students));
});

test("one of five passes: 25 / √720 = 0.932", () => {
  // Σy = 20, Σy² = 116: (5·9 - 1·20) / √((5·1 - 1²)·(5·116 - 20²)).
  const statistics = counted([false, 1], [false, 3], [false, 3], [false, 4], [true, 9]);
  expect(statistics).toEqual({ graded: 5, passed: 1, discrimination: 0.932, interval: null });
});

test("no discrimination where all pass, none does, all are equal elsewhere, or there is nobody", () => {
  const of = (discrimination: number | null) => ({ discrimination });
  expect(counted([true, 1], [true, 2])).toMatchObject({ graded: 2, passed: 2, ...of(null) });
  expect(counted([false, 1], [false, 2])).toMatchObject({ graded: 2, passed: 0, ...of(null) });
  expect(counted([true, 5], [false, 5])).toMatchObject({ graded: 2, passed: 1, ...of(null) });
  expect(counted()).toEqual({ graded: 0, passed: 0, ...of(null), interval: null });
});

test.each([
  ["nobody", 5, 0, null],
  ["everybody", 5, 5, null],
  ["few", 9, 4, null],
  ["few", 0, 0, null],
  ["few", 40, 39, null],
  ["reversed", 10, 4, [-0.9, -0.001]],
  ["weak", 10, 4, [-0.3, 0.199]],
  ["fine", 10, 4, [-0.9, 0.2]],
  ["fine", 10, 4, [0.1, 0.5]],
] as const)("%s: %d graded, %d passed, interval %j", (flag, graded, passed, interval) => {
  expect(flagOf({ graded, passed, interval, discrimination: null })).toBe(flag);
});

/** A class in which passing has nothing to do with anything. */
function byChance(seed: number): [boolean, number][] {
  let state = seed;
  const random = () => (state = (state * 48271) % 2147483647) / 2147483647;
  return Array.from({ length: 40 }, () => [random() < 0.6, Math.floor(random() * 100)]);
}

test("of checks that chance decides hardly any is accused", () => {
  const flags = Array.from({ length: 200 }, (_, index) => flagOf(counted(...byChance(17 + 1000 * index))));
  expect(flags.filter((flag) => flag === "reversed").length).toBeLessThanOrEqual(3);
});

test("what is so for sure is said, whatever the order of the students", () => {
  const reversed = Array.from({ length: 40 }, (_, index): [boolean, number] => [
    index < 20,
    index + (index % 7),
  ]);
  expect(flagOf(counted(...reversed))).toBe("reversed");
  expect(counted(...reversed.toReversed())).toEqual(counted(...reversed));
  const [low, high] = counted(...byChance(5)).interval!;
  expect([low < 0, high > 0, high - low < 1.2]).toEqual([true, true, true]);
});
