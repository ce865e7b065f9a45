import { expect, test } from "vitest";
import { cover } from "./cover.ts";

const covered = (programs: number[][], sizes: number[] = []) =>
  cover(
    programs.map((failing) => new Set(failing)),
    (input) => sizes[input] ?? 0,
  );

test.each<[string, number[][], number[], number[]]>([
  ["one input that all fail with", [[0, 2], [1, 2], [2]], [], [2]],
  ["the one that most fail with first", [[0], [1, 2], [1, 3], [1]], [], [1, 0]],
  ["the smallest of equals, then the first", [[0, 1, 2, 3]], [5, 4, 2, 2], [2]],
  // 0 fails most, but what the others need fails with 1 and 2 anyway.
  ["none that the others make superfluous", [[0, 1], [0, 1], [0, 2], [0, 2], [1], [2]], [], [1, 2]],
  ["nothing for a program that fails with none", [[], [4]], [], [4]],
  ["nothing at all", [], [], []],
])("%s", (_, programs, sizes, picked) => {
  expect(covered(programs, sizes)).toEqual(picked);
});
