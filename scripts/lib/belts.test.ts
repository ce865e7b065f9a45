import { expect, test } from "vitest";
import { beltOf, belts } from "./belts.ts";

test("seven belts of five exercises, without a gap", () => {
  expect(belts.map(({ name, first, last }) => `${name} ${first}-${last}`)).toEqual([
    "white 1-5",
    "yellow 6-10",
    "orange 11-15",
    "green 16-20",
    "blue 21-25",
    "brown 26-30",
    "black 31-35",
  ]);
});

test("an exercise's belt goes by its number", () => {
  const ids = ["01-first-await", "05-cancellation", "06-abortable-sleep", "35-mini-fastapi", "36-more"];
  expect(ids.map((id) => beltOf(id)?.name)).toEqual(["white", "white", "yellow", "black", undefined]);
});
