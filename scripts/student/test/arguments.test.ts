import { expect, test } from "vitest";
import { UsageError } from "../../lib/usage-error.ts";
import { parseArguments } from "./arguments.ts";

const known = ["01-first-await", "02-calling-vs-running", "03-three-apis", "06-abortable-sleep"];
const parse = (args: string[], folder = "/dojo") => parseArguments(args, { root: "/dojo", folder, known });
const complaint = (args: string[]) => {
  try {
    return JSON.stringify(parse(args));
  } catch (error) {
    return error instanceof UsageError ? error.message : `not a UsageError: ${error}`;
  }
};

test("nothing named is everything that was begun", () => {
  expect(parse([])).toEqual({});
});

test("an exercise may be named in every way that comes to mind", () => {
  const ways = [
    "03",
    "3",
    "three-apis",
    "03-three-apis",
    "exercises/03",
    "exercises/03-three-apis",
    "exercises/03-three-apis/",
    "./exercises/03-three-apis/three-apis.ts",
    "/dojo/exercises/03-three-apis/README.md",
  ];
  for (const way of ways) expect([way, parse([way])]).toEqual([way, { named: ["03-three-apis"] }]);
});

test("paths count from where npm was called", () => {
  const named = { named: ["03-three-apis"] };
  expect(parse(["."], "/dojo/exercises/03-three-apis")).toEqual(named);
  expect(parse(["three-apis.ts"], "/dojo/exercises/03-three-apis")).toEqual(named);
  expect(parse(["03-three-apis"], "/dojo/exercises")).toEqual(named);
});

test("several are run in the order of the exercises, each once", () => {
  expect(parse(["6", "01-03", "3"])).toEqual({ named: known });
  expect(parse(["yellow", "1"])).toEqual({ named: ["01-first-await", "06-abortable-sleep"] });
});

test("a few of vitest's options are passed on", () => {
  expect(parse(["3", "-t", "slowest", "--reporter", "json"])).toEqual({
    named: ["03-three-apis"],
    testNamePattern: "slowest",
    reporter: "json",
  });
});

test("help says how, whatever else is asked", () => {
  expect(parse(["--help", "3"])).toEqual({ help: expect.stringMatching(/npm test 03 .*Exit codes/s) });
});

test("bad usage: what is wrong and what to do, in at most two lines", () => {
  const rows: [string[], RegExp][] = [
    [["exercises/99"], /no exercise "exercises\/99".*There are 01–03, 06/],
    [[""], /empty/],
    [["--coverage"], /unknown option '--coverage'.*\nSee: npm test -- --help/],
    [["-t"], /argument missing.*\nSee/],
    [["3-1"], /runs backwards/],
  ];
  for (const [args, message] of rows) {
    expect(complaint(args)).toMatch(message);
    expect(complaint(args).split("\n").length).toBeLessThanOrEqual(2);
  }
});

test("a clone without exercises says so", () => {
  const parseNone = () => parseArguments(["3"], { root: "/dojo", folder: "/dojo", known: [] });
  expect(parseNone).toThrow("There is no exercise in exercises/. Is this a whole clone?");
});
