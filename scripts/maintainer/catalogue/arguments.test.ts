import { expect, test } from "vitest";
import { parseArguments } from "./arguments.ts";

const known = ["01-a", "02-b", "03-c"];

test("all exercises, some of them, and whether to measure", () => {
  expect(parseArguments([], known)).toEqual({
    ids: known,
    measure: false,
    acceptWorse: false,
    generate: false,
    inputs: false,
    show: false,
  });
  expect(
    parseArguments(
      ["--only", "3,01", "--measure", "--accept-worse", "--generate", "--inputs", "--show"],
      known,
    ),
  ).toEqual({
    ids: ["01-a", "03-c"],
    measure: true,
    acceptWorse: true,
    generate: true,
    inputs: true,
    show: true,
  });
  expect(parseArguments(["--help"], known)).toEqual({ help: expect.stringContaining("--measure") });
});

test("bad usage says what to do", () => {
  expect(() => parseArguments(["--only", "9"], known)).toThrow('There is no exercise "9"');
  expect(() => parseArguments(["--fast"], known)).toThrow(
    "unknown option '--fast'. See: npm run catalogue -- --help",
  );
});
