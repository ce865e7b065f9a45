import { expect, test } from "vitest";
import { check, grader } from "./grader.ts";

const checkOf = (id: string, title: string, points = 2) =>
  check(id, title, { points, scenario: () => undefined, expect: () => [] });
const more = ["b", "c", "d", "e"].map((id) => checkOf(id, `title ${id}`));

test("a grader's checks are known by their ids, each one's own", () => {
  expect(grader("99-x", [checkOf("keeps-apart", "title a"), ...more]).checks.map(({ id }) => id)).toEqual([
    "keeps-apart",
    "b",
    "c",
    "d",
    "e",
  ]);
});

test("what cannot be a grader says why", () => {
  for (const [first, message] of [
    [checkOf("b", "title a"), "99-x: two checks have the same id"],
    [checkOf("a", "title b"), "99-x: two checks have the same title"],
    [
      { ...checkOf("a", "title a"), cast: Array<number>(25).fill(1) },
      '99-x: "a" lists 25 inputs; a check asks 24 at most',
    ],
    [checkOf("a", "title a", 3), "99-x: the checks' points sum to 11; they must sum to 10"],
    [checkOf("Is quick", "title a"), '99-x: "Is quick" is no id for a check; write lower case with hyphens'],
  ] as const)
    expect(() => grader("99-x", [first, ...more])).toThrow(message);
});
