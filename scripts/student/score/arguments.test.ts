import { expect, test } from "vitest";
import { UsageError } from "../../lib/usage-error.ts";
import { parseArguments } from "./arguments.ts";

test("plain, as JSON, with a minimum", () => {
  expect(parseArguments([])).toEqual({});
  expect(parseArguments(["--json", "--min", "60"])).toEqual({ json: true, min: 60 });
  expect(parseArguments(["--min=0"])).toEqual({ min: 0 });
  expect(parseArguments(["--min", "99.5"])).toEqual({ min: 99.5 });
  expect(parseArguments(["--help"])).toEqual({ help: expect.stringContaining("--min <percent>") });
});

test("bad usage: what is wrong and what to do, in one line", () => {
  const rows: [string[], RegExp][] = [
    [["--min", "101"], /Give a number from 0 to 100/],
    [["--min", "-1"], /Give a number from 0 to 100/],
    [["--min", "many"], /Give a number from 0 to 100/],
    [["--min", "1e1"], /Give a number from 0 to 100/],
    [["--min"], /argument missing.*See: npm run score -- --help/],
    [["03"], /too many arguments.*See: npm run score -- --help/],
    [["--all"], /unknown option '--all'.*See: npm run score -- --help/],
  ];
  for (const [args, message] of rows) {
    expect(() => parseArguments(args)).toThrow(UsageError);
    expect(() => parseArguments(args)).toThrow(message);
  }
});
