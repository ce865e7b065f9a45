import { join } from "node:path";
import { expect, test } from "vitest";
import { UsageError } from "../../lib/usage-error.ts";
import { parseArguments } from "./arguments.ts";

const root = join("/", "courses", "dojo");
const place = { root, folder: root, known: ["01-a", "02-b", "03-c"] };
const parse = (...args: string[]) => parseArguments(args, place);

test("a folder, and all exercises or some", () => {
  const dir = join("/", "courses", "edition");
  expect(parse("../edition")).toEqual({ dir, ids: place.known, compare: false });
  expect(parse(dir, "--only", "1,3")).toEqual({ dir, ids: ["01-a", "03-c"], compare: false });
  expect(parse("..")).toEqual({ dir: join("/", "courses"), ids: place.known, compare: false });
  expect(parse("../dojo-2")).toEqual({
    dir: join("/", "courses", "dojo-2"),
    ids: place.known,
    compare: false,
  });
  expect(parse(dir, "--compare")).toEqual({ dir, ids: place.known, compare: true });
  expect(parse("--help")).toEqual({ help: expect.stringContaining("--only") });
});

test("bad usage says what to do", () => {
  expect(() => parse()).toThrow("Name the folder to make: npm run handout -- ../async-dojo-exercises");
  expect(() => parse("a", "b")).toThrow(/too many arguments.*npm run handout -- --help/);
  expect(() => parse("../x", "--fast")).toThrow("unknown option '--fast'. See: npm run handout -- --help");
  expect(() => parse("../x", "--only", "9")).toThrow('There is no exercise "9"');
  for (const inside of [".", "out", root, "scripts/../x"])
    expect(() => parse(inside), inside).toThrow(`${inside} lies in this project. Name a folder outside`);
  expect(() => parse(".")).toThrow(UsageError);
});
