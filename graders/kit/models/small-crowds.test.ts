import { expect, test } from "vitest";
import { returning } from "../jobs.ts";
import { crowd } from "./line.ts";
import { smallCrowds } from "./small-crowds.ts";

test("every crowd of a size, the simplest first", () => {
  expect(smallCrowds()(1)).toEqual([crowd(1, 100), crowd(1, 200)]);
  expect(smallCrowds()(2)).toEqual([
    crowd(1, 100, 100),
    crowd(1, 100, 200),
    crowd(1, 200, 100),
    crowd(1, 200, 200),
  ]);
  expect(smallCrowds({ later: true })(2)).toContainEqual(crowd(1, 100, { ...returning(100), after: 100 }));
});

test("how many there are", () => {
  expect(smallCrowds()(3)).toHaveLength(2 * 8);
  expect(smallCrowds({ later: true })(3)).toHaveLength(2 * 8 * 4);
  expect(smallCrowds({ later: true, inTurn: true })(3)).toHaveLength(2 * 8 * 3);
  expect(smallCrowds({ later: true, fails: true })(3)).toHaveLength(864);
});
