import { expect, test } from "vitest";
import type { RosterEntry } from "../reports/class-report.ts";
import { type Claim, matchRoster } from "./match.ts";

function matched(claims: (string | Claim)[], entries: (Partial<RosterEntry> & { id: string })[]) {
  const full = claims.map((claim) => (typeof claim === "string" ? { id: claim } : claim));
  const { people, unmatched, warnings } = matchRoster(
    full,
    entries.map((entry) => ({ lms: {}, ...entry })),
  );
  return {
    pairs: [...people].map(([submission, { id }]) => `${submission} = ${id}`).sort(),
    roster: unmatched.roster.map(({ id }) => id),
    submissions: unmatched.submissions,
    warnings,
  };
}

test("by id, a platform's ids, e-mail and name, in any case; who is left on either side is told", () => {
  const result = matched(
    [
      "ADA",
      { id: "hopper", fuller: "hopper_4711" },
      "bela-gh",
      "c.babbage",
      "lovelacebyron",
      "Ng, Zoë",
      "stranger",
    ],
    [
      { id: "ada" },
      { id: "1", lms: { canvas_id: "4711" } },
      { id: "2", lms: { login: "Bela-GH" } },
      { id: "3", email: "c.babbage@x.org" },
      { id: "4", name: "Byron Lovelace" },
      { id: "5", name: "Zoe Ng" },
      { id: "6", name: "Nobody" },
    ],
  );
  expect(result).toEqual({
    pairs: ["ADA = ada", "Ng, Zoë = 5", "bela-gh = 2", "c.babbage = 3", "hopper = 1", "lovelacebyron = 4"],
    roster: ["6"],
    submissions: ["stranger"],
    warnings: [],
  });
});

test("the surer way wins: an id that is another one's name", () => {
  const result = matched(["ada"], [{ id: "ada" }, { id: "x", name: "Ada" }]);
  expect(result).toMatchObject({ pairs: ["ada = ada"], roster: ["x"], warnings: [] });
});

test("one submission, two rows: neither, and both are named", () => {
  expect(
    matched(
      ["Kim Lee"],
      [
        { id: "1", name: "Kim Lee" },
        { id: "2", name: "Lee, Kim" },
      ],
    ),
  ).toEqual({
    pairs: [],
    roster: ["1", "2"],
    submissions: ["Kim Lee"],
    warnings: [
      'the submission "Kim Lee" may be any of the roster\'s "1" and "2"; it is matched with none. Name it by its id in the roster.',
    ],
  });
});

test("two submissions, one row: neither, and both are named", () => {
  expect(matched(["kimlee", "leekim"], [{ id: "1", name: "Kim Lee" }])).toEqual({
    pairs: [],
    roster: ["1"],
    submissions: ["kimlee", "leekim"],
    warnings: [
      'the submissions "kimlee" and "leekim" may both be the roster\'s "1"; it is matched with none. Name it by its id in the roster.',
      'the submissions "leekim" and "kimlee" may both be the roster\'s "1"; it is matched with none. Name it by its id in the roster.',
    ],
  });
});
