import { expect, test } from "vitest";
import type { Choice } from "../../../graders/trace/trace.ts";
import { nextSchedule, simplest, takenIn } from "./schedules.ts";

/** Plays a program whose choices, at each step, are `of` ways; the steps that are gaps have a `g`. */
function all(steps: string[], joined: number): string[] {
  const seen: string[] = [];
  for (let schedule: number[] | undefined = []; schedule; ) {
    const choices: Choice[] = steps.map((step, index) => ({
      at: 0,
      of: Number.parseInt(step, 10),
      took: schedule![index] ?? 0,
      ...(step.endsWith("g") && { gap: { seq: 0 } }),
    }));
    seen.push(choices.map(({ took }) => took).join(""));
    schedule = nextSchedule(choices, joined);
  }
  return seen;
}

test("every sequence of choices once, the usual one first", () => {
  expect(all(["2", "3"], 0)).toEqual(["00", "01", "02", "10", "11", "12"]);
  expect(all([], 0)).toEqual([""]);
});

test("no more gaps than may be", () => {
  expect(all(["2g", "2", "2g"], 0)).toEqual(["000", "010"]);
  expect(all(["2g", "2", "2g"], 1)).toEqual(["000", "001", "010", "011", "100", "110"]);
  expect(all(["2g", "3g"], 2)).toEqual(["00", "01", "02", "10", "11", "12"]);
});

test("choices are told without the usual ones at the end", () => {
  expect(takenIn([0, 2, 0, 1, 0].map((took) => ({ at: 0, of: 3, took })))).toEqual([0, 2, 0, 1]);
});

test("a failure is made simpler while it stays the same", async () => {
  const tried: string[] = [];
  const same = async (taken: number[]) => {
    tried.push(taken.join(""));
    return taken[1] === 2;
  };
  expect(await simplest([1, 2, 0, 3], same)).toEqual([0, 2]);
  expect(tried).toEqual(["0203", "0003", "0200"]);
});
