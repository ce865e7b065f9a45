// All that is unpredictable follows from one key, and what is seen of one stream tells nothing of another.
import { describe, expect, test } from "vitest";
import { randomFrom, runKey, unpredictable } from "./random.ts";

const draw = (random: () => number, count: number) => Array.from({ length: count }, random);

describe("the same seed, exercise and check give the same key, others another", () => {
  const keys = [
    runKey(1, "03-three-apis", "time"),
    runKey(2, "03-three-apis", "time"),
    runKey(1, "03-three-apis", "order"),
  ];
  test("in 256 bits", () => {
    expect(runKey(1, "03-three-apis", "time")).toBe(keys[0]);
    expect(new Set(keys).size).toBe(3);
    expect(keys.every((key) => /^[\da-f]{64}$/.test(key))).toBe(true);
  });
});

test("numbers are in [0, 1) and spread, the same for the same key and purpose alone", () => {
  const numbers = draw(randomFrom("key", "Math.random"), 10_000);
  expect(draw(randomFrom("key", "Math.random"), 10_000)).toEqual(numbers);
  expect(draw(randomFrom("key", "integers"), 3)).not.toEqual(numbers.slice(0, 3));
  expect(draw(randomFrom("other", "Math.random"), 3)).not.toEqual(numbers.slice(0, 3));
  expect(numbers.every((number) => number >= 0 && number < 1)).toBe(true);
  const tenths = Array.from(
    { length: 10 },
    (_, tenth) => numbers.filter((n) => Math.floor(n * 10) === tenth).length,
  );
  expect(tenths.every((count) => count > 900 && count < 1100)).toBe(true);
});

test("payloads are eight characters by key and name", () => {
  const payloads = ["a", "b", "c"].map((name) => unpredictable("key", name));
  expect(payloads.every((payload) => /^[\da-z]{8}$/.test(payload))).toBe(true);
  expect(new Set([...payloads, unpredictable("other", "a")]).size).toBe(4);
  expect(unpredictable("key", "a")).toBe(payloads[0]);
});
