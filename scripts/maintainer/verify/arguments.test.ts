import { expect, test } from "vitest";
import { UsageError } from "../../lib/usage-error.ts";
import { parseArguments } from "./arguments.ts";

const known = ["01-a", "02-b", "03-c"];

test("everything, the evidence alone, and that of some exercises", () => {
  const all = { evidence: false, writeStubs: false };
  expect(parseArguments([], known)).toEqual(all);
  expect(parseArguments(["--evidence"], known)).toEqual({ ...all, evidence: true });
  expect(parseArguments(["--only", "3,01"], known)).toEqual({
    ...all,
    evidence: true,
    only: ["01-a", "03-c"],
  });
  expect(parseArguments(["--only", "3", "--write-stubs"], known)).toEqual({
    evidence: true,
    only: ["03-c"],
    writeStubs: true,
  });
  expect(parseArguments(["--seeds", "7-9"], known)).toEqual({ ...all, evidence: true, seeds: [7, 8, 9] });
  expect(parseArguments(["--seeds", "7"], known)).toEqual({ ...all, evidence: true, seeds: [7] });
  expect(parseArguments(["--help"], known)).toEqual({ help: expect.stringContaining("--write-stubs") });
});

test("bad usage says what to do", () => {
  expect(() => parseArguments(["--only", "9"], known)).toThrow('There is no exercise "9"');
  expect(() => parseArguments(["--fast"], known)).toThrow(
    /unknown option '--fast'.*npm run verify -- --help/,
  );
  for (const seeds of ["", "9-7", "1-99999", "x"])
    expect(() => parseArguments(["--seeds", seeds], known)).toThrow(/Give a number or a range/);
  expect(() => parseArguments(["03"], known)).toThrow(UsageError);
});
