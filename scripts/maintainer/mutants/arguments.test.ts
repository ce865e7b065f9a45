import { expect, test } from "vitest";
import { UsageError } from "../../lib/usage-error.ts";
import { parseArguments } from "./arguments.ts";

const known = ["01-a", "02-b", "10-c"];

test("all exercises, or some; the reference alone, or every right answer", () => {
  expect(parseArguments([], known)).toEqual({ ids: known, all: false });
  expect(parseArguments(["--only", "white", "--all"], known)).toEqual({ ids: ["01-a", "02-b"], all: true });
  expect(parseArguments(["--only", "10", "--only", "1"], known)).toEqual({
    ids: ["01-a", "10-c"],
    all: false,
  });
  expect(parseArguments(["--help"], known)).toEqual({
    help: expect.stringContaining("equivalent-mutants.json"),
  });
});

test("bad usage says what to do", () => {
  expect(() => parseArguments(["--only", "9"], known)).toThrow('There is no exercise "9"');
  expect(() => parseArguments(["--fast"], known)).toThrow(
    /unknown option '--fast'.*npm run mutants -- --help/,
  );
  expect(() => parseArguments(["03"], known)).toThrow(UsageError);
});
