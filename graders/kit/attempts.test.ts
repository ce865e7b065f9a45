// The mistakes of a race of attempts can be asked of every trace, however it ended.
import { expect, test } from "vitest";
import { mistakes } from "./attempts.ts";
import type { Trace } from "./trace.ts";

const failed = { t: "error", name: "Error", message: "no pizza", props: [], ref: "failure" };
const call = (index: number, end: number | undefined) => ({
  id: `attempt#${index}`,
  service: "attempt",
  index,
  args: [index],
  start: { at: 0, seq: index },
  ...(end === undefined ? {} : { end: { at: end, seq: 10 + end }, how: "rejected", value: failed }),
  on: "async",
});

function shown(outcome: object, ends: (number | undefined)[]) {
  const main = { label: "main", start: { at: 0, seq: 0 }, ...outcome };
  const calls = ends.map((end, index) => call(index, end));
  const trace = { calls, outcomes: { main }, timersMade: [], floating: [] } as unknown as Trace;
  return Object.keys(mistakes).filter((name) => mistakes[name]!(trace));
}

test("a promise that never settled, though an attempt has ended, has its name or none", () => {
  expect(shown({ state: "pending" }, [1, undefined])).toEqual([]);
  expect(shown({ state: "pending" }, [1, 2])).toEqual(["lost-rejection"]);
});

test("a rejection with the first failure, while others run, took what settled first", () => {
  const rejection = { state: "rejected", settled: { at: 1, seq: 12 }, value: failed };
  expect(shown(rejection, [1, undefined])).toEqual(["first-settled"]);
});
