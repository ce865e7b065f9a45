// The simulation, where its results can be told without it.
import { expect, test } from "vitest";
import { simulate } from "./simulate.ts";

test("workers alone: as long as the work, divided; the last one is waited for", () => {
  const costs = { jobs: [10], grading: 0, redis: 0 };
  expect([1, 2, 3, 100].map((workers) => simulate(costs, 12, workers, 50))).toEqual([120, 60, 40, 10]);
  expect(simulate({ ...costs, jobs: [10, 30] }, 4, 2, 50)).toBe(40);
});

test("one grading, or one Redis, is where it stops to grow", () => {
  const costs = { jobs: [10], grading: 2, redis: 0 };
  // The grading takes 2 ms each, so five workers are kept busy; the first job and the last judgement are alone.
  expect(simulate(costs, 1000, 1, 50)).toBe(10_002);
  expect([10, 1000].map((workers) => simulate(costs, 1000, workers, 50))).toEqual([2000, 2000]);
  expect(simulate({ jobs: [10], grading: 0, redis: 4 }, 1000, 1000, 2000)).toBe(4000);
});

test("a window that is too small leaves workers idle", () => {
  const costs = { jobs: [10], grading: 0, redis: 0 };
  expect(simulate(costs, 100, 10, 5)).toBe(200);
});
