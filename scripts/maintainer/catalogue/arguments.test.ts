import { expect, test } from "vitest";
import { parseArguments } from "./arguments.ts";

const known = ["01-a", "02-b", "03-c"];

test("all exercises, some of them, and whether to measure", () => {
  expect(parseArguments([], known)).toEqual({
    ids: known,
    measure: false,
    acceptWorse: false,
    generate: false,
    inputs: undefined,
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
    inputs: 20,
    show: true,
  });
  expect(parseArguments(["--help"], known)).toEqual({ help: expect.stringContaining("--measure") });
});

test("how many seeds' inputs to choose of", () => {
  expect(parseArguments(["--inputs", "200"], known)).toMatchObject({ inputs: 200 });
  expect(() => parseArguments(["--inputs", "many"], known)).toThrow("Give a number of seeds from 1 to 9999.");
});

test("bad usage says what to do", () => {
  expect(() => parseArguments(["--only", "9"], known)).toThrow('There is no exercise "9"');
  expect(() => parseArguments(["--fast"], known)).toThrow(
    "unknown option '--fast'. See: npm run catalogue -- --help",
  );
});
