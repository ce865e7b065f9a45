import { expect, test } from "vitest";
import { failing, returning } from "../jobs.ts";
import { smallLists } from "./small-jobs.ts";

test("every list of a size, the simplest first", () => {
  const [usual, other] = [returning(100), failing(100)];
  const lists = smallLists([usual, other]);
  expect(lists(1)).toEqual([[usual], [other]]);
  expect(lists(2)).toEqual([
    [usual, usual],
    [usual, other],
    [other, usual],
    [other, other],
  ]);
  expect(lists(3)).toHaveLength(8);
});
