import { expect, test } from "vitest";
import { parseArguments } from "./arguments.ts";
import { tokenOf } from "./token.ts";

const surroundings = { known: ["13-cashiers", "14-run-in-executor"], jobs: 2 };
const parse = (...args: string[]) => parseArguments(args, surroundings);
const token = tokenOf({
  number: "14",
  graders: "3f9c0a12",
  check: "start",
  input: null,
  choices: [1],
  gaps: 1,
});

test("what is explored, and how far", () => {
  expect(parse("14")).toEqual({ id: "14-run-in-executor", clients: 3, pairs: 1, seconds: 30, jobs: 2 });
  expect(parse("13", "--answer", "a.ts", "--clients", "4", "--pairs", "0", "--check", "start")).toMatchObject(
    {
      answer: "a.ts",
      clients: 4,
      pairs: 0,
      check: "start",
    },
  );
  expect(parse("14", "--replay", token)).toMatchObject({ replay: { check: "start", choices: [1] } });
  expect(parse("14", "--answers")).toMatchObject({ answers: true });
  expect(parse("--help")).toHaveProperty("help");
});

test.each([
  [[], /Name one exercise/],
  [["99"], /99/],
  [["14", "--clients", "0"], /--clients must be a whole number from 1: it is "0"/],
  [["14", "--seconds", "soon"], /--seconds must be a whole number from 1: it is "soon"/],
  [["13", "--replay", token], /This token is one of exercise 14/],
  [["14", "--replay", "14.1-x"], /is no token/],
  [["14", "--answers", "--answer", "a.ts"], /--answers is all of them/],
])("%j is refused with a reason", (args, reason) => {
  expect(() => parse(...(args as string[]))).toThrow(reason);
});
