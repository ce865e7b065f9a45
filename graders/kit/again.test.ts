import { expect, test } from "vitest";
import { call, outcome, traceOf } from "../timeline/fixture.ts";
import type { World } from "../world/world.ts";
import { callAgain, wentAgain } from "./again.ts";

const lists: string[][] = [];
const notes: string[] = [];
const world = { note: (name: string) => notes.push(name), watch: (_: string, act: () => unknown) => act() };
const asking = (again?: "the same list" | "one in each place", then = (_: (() => string)[]) => {}) => {
  lists.length = notes.length = 0;
  return callAgain(world as unknown as World, [() => "a", () => "b"], again, async (list) => {
    lists.push(list.map((each) => each()));
    then(list);
  });
};

test("the other call has the same list, or one function that does another's work in each place", async () => {
  await asking();
  expect(lists).toEqual([["a", "b"]]);
  await asking("the same list");
  expect(lists).toEqual([
    ["a", "b"],
    ["a", "b"],
  ]);
  await asking("one in each place");
  expect([lists[0], notes]).toEqual([["a", "b"], []]);
});

test("a list that was changed is noted", async () => {
  await asking(undefined, (list) => list.pop());
  await asking(undefined, (list) => list.reverse());
  expect(notes).toEqual(["the list, changed"]);
});

test("two calls went alike if each function was called twice at the same times", () => {
  const two = (...spans: [number, number][]) =>
    traceOf(
      spans.map(([number, end]) => call("job", [number], 0, end)),
      [outcome("fulfilled", 100, 1), outcome("fulfilled", 100, 1, "The other call")],
    );
  const named = (again: "the same list" | "one in each place", ...spans: [number, number][]) =>
    wentAgain(two(...spans), again)[1]?.misconception;
  expect(named("the same list", [1, 100], [2, 200], [1, 100], [2, 200])).toBeUndefined();
  expect(named("the same list", [1, 100], [2, 200], [1, 100], [2, 100])).toBe("shared-state");
  expect(named("one in each place", [1, 100], [1, 100], [2, 200])).toBe("twins-merged");
});
