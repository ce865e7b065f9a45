import { expect, test } from "vitest";
import { UsageError } from "../../lib/usage-error.ts";
import { replayOf, tokenOf } from "./token.ts";

const replay = {
  number: "14",
  graders: "3f9c0a12",
  check: "start",
  input: { t: "object" as const, props: [["places", 1] as [string, number]] },
  choices: [0, 2, 1],
  gaps: 1,
};

test("a token gives back what it was made of", () => {
  const token = tokenOf(replay);
  expect(token).toMatch(/^14\.1-3f9c0a12-[\w-]+$/);
  expect(replayOf(` ${token}\n`)).toEqual(replay);
});

test.each([
  ["nonsense", /is no token/],
  [tokenOf(replay).replace(".1-", ".9-"), /format 9/],
  [tokenOf(replay).slice(0, -6), /damaged/],
  [tokenOf({ ...replay, choices: [-1] }), /damaged/],
])("%s is refused with a reason", (token, reason) => {
  expect(() => replayOf(token)).toThrow(UsageError);
  expect(() => replayOf(token)).toThrow(reason);
});
