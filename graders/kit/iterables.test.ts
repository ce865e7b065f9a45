import { expect, test } from "vitest";
import { moment, outcome, traceOf } from "../timeline/fixture.ts";
import type { World } from "../world/world.ts";
import { EMPTIED, handedOver, iterableMistakes, readOnce, untouched, WAYS, type Way } from "./iterables.ts";

const reads: string[] = [];
const world = { sink: (name: string) => () => reads.push(name) } as unknown as World;
const read = (times: number) =>
  Array.from({ length: times }, () => ({ ...moment(0), name: "iterable read", value: 1 }));
const traced = (value: unknown, times: number) =>
  traceOf([], outcome(value instanceof Error ? "rejected" : "fulfilled", 0, value), { notes: read(times) });

test("each way hands over the same items, and only what it is given is an array", () => {
  for (const way of WAYS) {
    const given = handedOver(world, [1, 2], way);
    expect([Array.isArray(given), [...given]]).toEqual([false, [1, 2]]);
  }
  expect([handedOver(world, [1, 2]), reads]).toEqual([[1, 2], ["iterable read"]]);
});

test("reading twice shows, and so does not reading at all where that is noted", () => {
  expect(readOnce(traced([], 1))).toBeUndefined();
  expect(readOnce(traced([], 2))?.misconception).toBe("iterable-read-twice");
  const assumes = (way: Way, value: unknown, times: number) =>
    iterableMistakes(() => way)["array-assumed"]!(traced(value, times));
  expect(WAYS[0]).toBe("an iterable of its own kind");
  expect([assumes(WAYS[0]!, [], 0), assumes(WAYS[0]!, [], 1), assumes("a Set", [], 0)]).toEqual([
    true,
    false,
    false,
  ]);
});

test("an array that its owner empties is the array itself, for a while", () => {
  const [later, items]: [(() => void)[], number[]] = [[], [1, 2]];
  const owner = {
    now: 5,
    at: (ms: number, act: () => void) => ms === 55 && later.push(act),
  } as unknown as World;
  const given = handedOver(owner, items, EMPTIED);
  expect([given === items, [...given]]).toEqual([true, [1, 2]]);
  later[0]!();
  expect(items).toEqual([]);
});

test("nobody has touched what is noted when it is taken, and it came to nothing", () => {
  const of = (value: unknown, times: number) => untouched(traced(value, times), "iterable read");
  expect([of([], 0), of(new TypeError("no"), 0), of([], 1), of([1], 0)]).toEqual([true, true, false, false]);
});
