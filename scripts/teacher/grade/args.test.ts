import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { UsageError } from "../../lib/usage-error.ts";
import { defaultFormats } from "../reports/formats.ts";
import { callersFolder, flagsLostToNpm, parseArgs } from "./args.ts";

const around = { root: resolve("/dojo"), folder: resolve("/home/teacher"), env: {} };
const parse = (line: string) => parseArgs(line.split(" ").filter(Boolean), around);

test("nothing written: the sample class, its white belt, into report/", () => {
  expect(parse("")).toEqual({
    places: [{ given: "examples/class", absolute: resolve("/dojo/examples/class") }],
    out: resolve("report"),
    only: "white",
    formats: [...defaultFormats],
    attempts: "last",
    jobs: availableParallelism(),
    sandbox: "auto",
    seed: 1,
  });
});

test("a path and no --only: every exercise", () => {
  expect(parse("a")).toMatchObject({ only: undefined });
});

test("--single: the paths are submissions themselves", () => {
  expect(parse("a --single")).toMatchObject({
    places: [{ given: "a", absolute: resolve("/home/teacher/a"), single: true }],
  });
});

test("everything written, in any order; --only adds up", () => {
  const line =
    "a --only 03,05-08 --format json --jobs 4 b/ --out marks --sandbox strict --only white --seed 0 ../c";
  expect(parse(line)).toEqual({
    places: [
      { given: "a", absolute: resolve("/home/teacher/a") },
      { given: "b/", absolute: resolve("/home/teacher/b") },
      { given: "../c", absolute: resolve("/home/c") },
    ],
    out: resolve("/home/teacher/marks"),
    only: "03,05-08,white",
    formats: ["json"],
    attempts: "last",
    jobs: 4,
    sandbox: "strict",
    seed: 0,
  });
});

const see = "\nSee: npm run grade -- --help";

test.each([
  ["--frobnicate", `unknown option '--frobnicate'.${see}`],
  ["--job 3", `unknown option '--job'\n(Did you mean --jobs?).${see}`],
  ["--jobs", `option '--jobs <n>' argument missing.${see}`],
  ["--jobs 0", `option '--jobs <n>' argument '0' is invalid. Give a whole number from 1 to 256.${see}`],
  ["--jobs 1.5", `option '--jobs <n>' argument '1.5' is invalid. Give a whole number from 1 to 256.${see}`],
  ["--jobs -1", `option '--jobs <n>' argument '-1' is invalid. Give a whole number from 1 to 256.${see}`],
  ["--jobs 1e2", `option '--jobs <n>' argument '1e2' is invalid. Give a whole number from 1 to 256.${see}`],
  ["--jobs 999", `option '--jobs <n>' argument '999' is invalid. Give a whole number from 1 to 256.${see}`],
  [
    "--seed x",
    `option '--seed <n>' argument 'x' is invalid. Give a whole number from 0 to 9007199254740991.${see}`,
  ],
  [
    "--sandbox none",
    `option '--sandbox <mode>' argument 'none' is invalid. Allowed choices are auto, strict.${see}`,
  ],
])("%s is refused", (line, message) => {
  expect(() => parse(line)).toThrow(new UsageError(message));
});

test("--format: names in any order, each once; an unknown one is told which there are", () => {
  expect(parse("--format json,table --format json")).toMatchObject({ formats: ["table", "json"] });
  expect(() => parse("--format json,pdf")).toThrow(/^There is no format "pdf"\. There are: table, json/);
  expect(() => parse("--format ,")).toThrow(/^No format is named\. There are: table, json/);
});

test("a roster, when it was due, what lateness costs, which attempt counts", () => {
  expect(
    parse(
      "a --roster class.csv --due 2026-12-01T23:59+01:00 --late grace=15m,percent=10,floor=50 --attempts best",
    ),
  ).toMatchObject({
    roster: resolve("/home/teacher/class.csv"),
    due: Date.UTC(2026, 11, 1, 22, 59),
    late: { grace: 15 * 60_000, percent: 10, floor: 50 },
    attempts: "best",
  });
  expect(() => parse("a --late percent=10")).toThrow("--late needs --due: when was it due?");
  expect(() => parse("a --due 2026-12-01")).toThrow('--due "2026-12-01" is no time with its offset.');
});

test("an empty path is no path: it would mean the current folder", () => {
  const message = "A path is empty. Is a variable in your command not set?";
  expect(() => parseArgs([""], around)).toThrow(new UsageError(message));
  expect(() => parseArgs(["a", "--out", ""], around)).toThrow(new UsageError(message));
});

test("--help tells all flags and the exit codes", () => {
  const { help } = parse("--help") as { help: string };
  for (const flag of ["--out", "--format", "--only", "--jobs", "--sandbox", "--seed", "PATH", "Exit codes"])
    expect(help).toContain(flag);
});

test("paths start from where npm was called, and only for our own script", () => {
  const grade = { npm_lifecycle_event: "grade", INIT_CWD: "/home/teacher" };
  expect(callersFolder(grade, "/dojo")).toBe("/home/teacher");
  expect(callersFolder({ ...grade, npm_lifecycle_event: "verify" }, "/tmp/x")).toBe("/tmp/x");
  expect(callersFolder({}, "/tmp/x")).toBe("/tmp/x");
});

test("flags that npm swallowed for want of a -- are told", () => {
  const env = {
    npm_lifecycle_event: "grade",
    npm_config_jobs: "4",
    npm_config_seed: "2",
    npm_config_cache: "x",
  };
  expect(flagsLostToNpm(env)).toBe(
    "npm kept --jobs and --seed to itself. Put `--` first: npm run grade -- --jobs …",
  );
  expect(flagsLostToNpm({ ...env, npm_lifecycle_event: "verify" })).toBeUndefined();
  expect(flagsLostToNpm({ npm_lifecycle_event: "grade" })).toBeUndefined();
});
