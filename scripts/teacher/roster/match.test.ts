import { expect, test } from "vitest";
import type { RosterEntry } from "../class-report.ts";
import type { PlatformName } from "../identity/owner.ts";
import { matchRoster, type Submission } from "./match.ts";

function matched(claims: (string | Submission)[], entries: (Partial<RosterEntry> & { id: string })[]) {
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

/** As a platform names it. */
function of(platform: PlatformName, called: string, value: string): Submission {
  return { id: `${called}_${value}`, called, number: { platform, value } };
}

const remedy = "Give a roster with the platform's ids, or name it by its id in the roster.";
const byName = (ids: string) =>
  `found in the roster by name or e-mail alone, which people may change themselves: ${ids}`;

test("by number, whole id, and name, in any case; who is left on either side is told", () => {
  const result = matched(
    ["ADA", of("canvas", "hopper", "4711"), "bela-gh", "c@x.org", "lovelacebyron", "Ng, Zoë", "stranger"],
    [
      { id: "ada" },
      { id: "1", lms: { canvas_id: "4711" } },
      { id: "2", lms: { login: "Bela-GH" } },
      { id: "3", email: "C@x.org" },
      { id: "4", name: "Byron Lovelace" },
      { id: "5", name: "Zoe Ng" },
      { id: "6", name: "Nobody" },
    ],
  );
  expect(result).toEqual({
    pairs: ["ADA = ada", "Ng, Zoë = 5", "bela-gh = 2", "c@x.org = 3", "hopper_4711 = 1", "lovelacebyron = 4"],
    roster: ["6"],
    submissions: ["stranger"],
    warnings: [byName("c@x.org, lovelacebyron, Ng, Zoë")],
  });
});

test("the surer way wins: an id that is another one's name", () => {
  const result = matched(["ada"], [{ id: "ada" }, { id: "x", name: "Ada" }]);
  expect(result).toMatchObject({ pairs: ["ada = ada"], roster: ["x"], warnings: [] });
});

test("neither a part of an e-mail address, nor an address where a name belongs, is anybody", () => {
  const thief = { id: "t", name: "Mallory", email: "lovelaceada@example.org" };
  expect(matched([of("canvas", "lovelaceada", "12345")], [thief]).pairs).toEqual([]);
  expect(matched(["lovelaceada"], [thief, { id: "u", email: "lovelaceada" }]).pairs).toEqual([]);
});

test("what a platform calls somebody is no id", () => {
  const result = matched([of("canvas", "ada", "22222")], [{ id: "ada", name: "Ada Lovelace" }]);
  expect(result).toMatchObject({ pairs: [], submissions: ["ada_22222"] });
});

test("the number counts, whatever the name; nobody's number is anybody else's row by name", () => {
  const list = [
    { id: "a", name: "Ada Lovelace", lms: { moodle_id: "12345" } },
    { id: "m", name: "Mallory", lms: { moodle_id: "Participant 22222" } },
  ];
  const ada = of("moodle", "Ada Lovelace", "12345");
  const mallory = of("moodle", "Ada Lovelace", "22222");
  const stranger = of("moodle", "Ada Lovelace", "33333");
  expect(matched([mallory, ada, stranger], list)).toEqual({
    pairs: ["Ada Lovelace_12345 = a", "Ada Lovelace_22222 = m"],
    roster: [],
    submissions: ["Ada Lovelace_33333"],
    warnings: [
      'the submission "Ada Lovelace_22222" is the roster\'s "m" by its number, and "a" by its name alone; the number counts',
    ],
  });
  expect(matched([stranger], list).pairs).toEqual([]);
  // Another platform's number says nothing, and two who claim one name are nobody.
  expect(
    matched([of("canvas", "adalovelace", "12345"), of("canvas", "adalovelace", "9")], list).pairs,
  ).toEqual([]);
});

test("in a column called id a platform's number needs its owner's name, too", () => {
  const list = [
    { id: "12345", name: "Ada Lovelace" },
    { id: "22222", name: "Mallory" },
  ];
  const mallory = of("canvas", "lovelaceada", "22222");
  expect(matched([of("canvas", "lovelaceada", "12345"), mallory], list)).toEqual({
    pairs: ["lovelaceada_12345 = 12345"],
    roster: ["22222"],
    submissions: ["lovelaceada_22222"],
    warnings: [
      'the roster\'s "22222" may be the submission "lovelaceada_22222" by the number 22222, but not by name; it is matched with none. If it is the platform\'s number, call that column canvas_id.',
    ],
  });
  expect(matched([mallory], list).pairs).toEqual([]);
});

test("a value in two columns: the kind of id that the download is named by counts; else there is doubt", () => {
  const list = [
    { id: "ada", lms: { github: "ada-l" } },
    { id: "bela", lms: { github: "bela-b" } },
    { id: "mallory", lms: { github: "ada" } },
  ];
  const other = (column: string) => expect.stringContaining(`has it as ${column}`);
  expect(matched(["ada", "bela"], list)).toMatchObject({
    pairs: ["ada = ada", "bela = bela"],
    warnings: [other("github")],
  });
  expect(matched(["ada-l", "bela-b", "ada"], list)).toMatchObject({
    pairs: ["ada = mallory", "ada-l = ada", "bela-b = bela"],
    warnings: [other("id")],
  });
  expect(matched(["ada"], list)).toMatchObject({
    pairs: [],
    warnings: [
      `the submission "ada" may be any of the roster's "ada" (id) and "mallory" (github); it is matched with none. ${remedy}`,
    ],
  });
});

test("an id letter by letter is not disturbed by one in other case", () => {
  expect(matched(["Ada", "ada"], [{ id: "ada" }])).toMatchObject({
    pairs: ["ada = ada"],
    submissions: ["Ada"],
    warnings: [
      `the submission "Ada" looks like the roster's "ada", who is surely "ada"; it is matched with none. ${remedy}`,
    ],
  });
});

test("who is sure is not disturbed by a name, and disturbs none", () => {
  const list = [
    { id: "ada", name: "Ada Lovelace" },
    { id: "b", name: "Bela Byte" },
    { id: "mallory", name: "Bela Byte" },
  ];
  expect(matched(["ada", "Ada Lovelace", "mallory", "bytebela"], list)).toMatchObject({
    pairs: ["ada = ada", "bytebela = b", "mallory = mallory"],
    submissions: ["Ada Lovelace"],
  });
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
      `the submission "Kim Lee" may be any of the roster's "1" and "2"; it is matched with none. ${remedy}`,
    ],
  });
});

test("two submissions, one row: neither, and both are named", () => {
  expect(matched(["kimlee", "leekim"], [{ id: "1", name: "Kim Lee" }])).toEqual({
    pairs: [],
    roster: ["1"],
    submissions: ["kimlee", "leekim"],
    warnings: [
      `the submissions "kimlee" and "leekim" may each be the roster's "1"; none is matched. ${remedy}`,
    ],
  });
});
