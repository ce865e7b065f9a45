import fc from "fast-check";
import { expect, test } from "vitest";
import { failing, failure, inWords, outcomesOf, returning, success, tasksOf, throwing } from "./plans.ts";
import type { Trace } from "./trace.ts";
import type { Answer, World } from "./world.ts";

test("each task calls the service with its index, and each plan is what that call does", () => {
  const made: Record<string, unknown> = {};
  let when: (index: number) => Answer = () => ({});
  const world = {
    payload: (name: string) => (made[name] = `made up ${name}`),
    error: (name: string) => name,
    made: (name: string, value: unknown) => (made[name] = value),
    service: (name: string, options: { when: typeof when }) => {
      when = options.when;
      return (index: number) => `${name}(${index})`;
    },
  } as unknown as World;
  const plans = [returning(5, "answer"), failing(7, undefined), throwing("error"), returning(1, 0)];
  expect(tasksOf(world, plans, "job").map((task) => task())).toEqual([
    "job(0)",
    "job(1)",
    "job(2)",
    "job(3)",
  ]);
  expect(plans.map((_, index) => when(index))).toEqual([
    { takes: 5, returns: "made up job 0" },
    { takes: 7, fails: undefined },
    { takes: 0, throws: "error 2" },
    { takes: 1, returns: 0 },
  ]);
  expect(outcomesOf({ made } as unknown as Trace, plans, "job")).toEqual([
    "made up job 0",
    { t: "cut" },
    "error 2",
    0,
  ]);
});

test("plans in words", () => {
  expect(inWords([returning(5, "answer"), failing(7, undefined), throwing("no more buns")])).toBe(
    'With a task that returns an answer after 5 ms, one that fails with undefined after 7 ms, one that fails with "no more buns" after 0 ms',
  );
});

test("generated plans hold falsy values, undefined among them", () => {
  const values = (plans: fc.Arbitrary<{ value: unknown }>) =>
    new Set(fc.sample(plans, { numRuns: 200, seed: 1 }).map(({ value }) => value));
  for (const plans of [success, failure])
    expect([...values(plans)]).toEqual(expect.arrayContaining([undefined, null, 0, "", false]));
});
