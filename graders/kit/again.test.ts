import { expect, test } from "vitest";
import { call, moment, outcome, traceOf } from "../timeline/fixture.ts";
import { toPlain } from "../trace/plain.ts";
import type { World } from "../world/world.ts";
import { asTheyWere, callAgain, looking, onceMore, wentAgain, wentOnceMore } from "./again.ts";

const lists: string[][] = [];
const notes: string[] = [];
const world = {
  sink: (name: string) => () => notes.push(name),
  watch: (_: string, act: () => unknown) => act(),
};
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
  // By the other call, before this one is made.
  await asking("the same list", (list) => lists.length === 1 && list.splice(0));
  expect([lists, notes]).toEqual([[["a", "b"], []], ["the list, changed"]]);
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

test("lists that are others in the end are told, however the call ended", async () => {
  const changing = async (...lists: string[][]) => {
    notes.length = 0;
    await looking(world as unknown as World, lists, async () => {
      lists[1]!.push("more");
      throw new Error("no");
    }).catch(() => {});
    return notes.map((name) => ({ ...moment(0), name, value: null }));
  };
  const found = asTheyWere(traceOf([], outcome("pending"), { notes: await changing(["a"], ["b"]) }));
  expect(found).toEqual({
    message: "a list that it was given was changed.",
    misconception: "input-changed",
  });
  expect(asTheyWere(traceOf([], outcome("pending")))).toBeUndefined();
});

test("called once more, a list is as it was, and the service is asked as often, and as soon", () => {
  const told: unknown[] = [];
  const later = {
    at: (ms: number, act: () => void) => told.push(ms) && act(),
    note: (_: string, value: unknown) => told.push(value),
    watch: (name: string, act: () => unknown) => told.push(name, act()),
  };
  onceMore(later as unknown as World, ["a"], 300, () => "called");
  expect(told).toEqual([300, ["a"], "again", "called"]);
  const went = (value: string[], ...services: string[]) => wentAt(0, value, ...services);
  const wentAt = (ms: number, value: string[], ...services: string[]) => {
    const calls = services.map((service, index) => call(service, [1], index * ms, 100));
    const notes = [{ ...moment(300), name: "the same list", value: toPlain(value) }];
    return wentOnceMore(traceOf(calls, outcome("pending"), { notes }), "save", ["a"]).map(
      (each) => each?.message,
    );
  };
  expect(went(["a"], "save", "save again")).toEqual([undefined, undefined, undefined]);
  expect(wentAt(100, ["a"], "save", "save again")[2]).toBe(
    "of two calls with the same list one had to wait for the other.",
  );
  expect(went([], "save")).toEqual([
    '`the same list` got []; expected ["a"].',
    "`save again` was not called; expected once.",
    "of two calls with the same list one had to wait for the other.",
  ]);
  const never = wentOnceMore(traceOf([], outcome("pending")), "save", undefined);
  expect(never).toEqual([undefined, undefined, undefined]);
});
