import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../../graders/engine/testing/folders.ts";
import { readRoster, rosterOf } from "./read-roster.ts";

test("its columns in any order and case; what is not known to hold ids is no id", () => {
  const text = [
    "Email,id,Name,Section,canvas_id,GitHub login,submitted,Department,extension",
    '"ada@x.org",ada,"Lovelace, Ada",A,12345,ada-l,2026-12-01T20:00:00Z,Bela Byte,bela',
    ",bela,,,,,",
  ].join("\r\n");
  expect(rosterOf(text, "class.csv")).toEqual({
    entries: [
      {
        id: "ada",
        name: "Lovelace, Ada",
        email: "ada@x.org",
        section: "A",
        submitted: "2026-12-01T20:00:00Z",
        lms: { canvas_id: "12345", github_login: "ada-l" },
      },
      { id: "bela", lms: {} },
    ],
    warnings: [expect.stringContaining('"extension" is not read')],
  });
});

test("as Canvas exports its gradebook", () => {
  const text =
    '\uFEFFStudent,ID,SIS User ID,SIS Login ID,Section\n    Points Possible,,,,\n"Lovelace, Ada",12345,s77,ada@x.org,A\n';
  expect(rosterOf(text, "c.csv")).toEqual({
    entries: [
      {
        id: "12345",
        name: "Lovelace, Ada",
        section: "A",
        lms: { canvas_id: "12345", sis_user_id: "s77", sis_login_id: "ada@x.org" },
      },
    ],
    warnings: [],
    assignments: new Map(),
  });
  const more = "Student,ID,SIS User ID,SIS Login ID,Section,Three APIs (98765),Notes,Quiz (4)\n";
  const rows = '    Points Possible,,,,,20.0,,\n"Lovelace, Ada",1,,,,,,\n"Student, Test",2,,,,,,\n';
  const { entries, assignments } = rosterOf(more + rows, "c.csv");
  expect(entries.map(({ id }) => id)).toEqual(["1"]);
  expect(assignments).toEqual(
    new Map([
      ["Three APIs (98765)", 20],
      ["Quiz (4)", undefined],
    ]),
  );
});

test("lists without ids: an address stands for one, and never points surely at somebody", () => {
  const participants = "Vorname,Nachname,E-Mail-Adresse,Gruppen\nAda,Lovelace,ada@x.org,A\n";
  expect(rosterOf(participants, "c.csv").entries).toEqual([
    { id: "ada@x.org", unnumbered: true, name: "Ada Lovelace", email: "ada@x.org", section: "A", lms: {} },
  ]);
  const grades =
    "First name,Surname,ID number,Institution,Email address,Assignment: X (Real)\nAda,L,77,,a@x,1\nBela,B,,,b@x,\n";
  expect(rosterOf(grades, "c.csv").entries.map(({ id }) => id)).toEqual(["77", "b@x"]);
});

test("as Gradescope and Brightspace export theirs", () => {
  const gradescope = "First Name,Last Name,SID,Email,Sections\nAda,Lovelace,1001,ada@x.org,A\n";
  expect(rosterOf(gradescope, "c.csv").entries).toMatchObject([
    { id: "1001", name: "Ada Lovelace", section: "A" },
  ]);
  const d2l = "OrgDefinedId,Username,Last Name,First Name,Email\n#77,#alovelace,Lovelace,Ada,ada@x.org\n";
  expect(rosterOf(d2l, "c.csv").entries).toMatchObject([{ id: "alovelace", lms: { orgdefinedid: "77" } }]);
});

test("as GitHub Classroom exports its roster, and Moodle its worksheet", () => {
  const classroom = "identifier,github_username,github_id,name\nada@x.org,ada-l,99,Ada Lovelace\n";
  expect(rosterOf(classroom, "c.csv").entries).toEqual([
    {
      id: "ada@x.org",
      name: "Ada Lovelace",
      lms: { identifier: "ada@x.org", github_username: "ada-l", github_id: "99" },
    },
  ]);
  const worksheet = "Identifier,Full name,ID number\nParticipant 7,Ada Lovelace,\n";
  expect(rosterOf(worksheet, "c.csv").entries).toEqual([
    { id: "Participant 7", name: "Ada Lovelace", lms: { identifier: "Participant 7" } },
  ]);
});

test("as Moodle exports participants, and a spreadsheet in Germany separates", () => {
  const text = "First name;Last name;ID number;Email address;Groups\nAda;Lovelace;77;ada@x.org;A\n";
  expect(rosterOf(text, "c.csv").entries).toEqual([
    { id: "77", name: "Ada Lovelace", email: "ada@x.org", section: "A", lms: {} },
  ]);
});

test.each([
  ["", 'The roster "c.csv" is empty. Its first line names its columns.'],
  [
    "name,city\nAda,x",
    'The roster "c.csv" has no column "id", nor one of e-mail addresses. Its columns are: name, city.',
  ],
  ['id,name\nada,"Ada', 'The roster "c.csv" is no CSV file: Quote Not Closed'],
])("%j is refused", (text, message) => {
  expect(() => rosterOf(text, "c.csv")).toThrow(message);
});

test("a row that cannot be understood costs its student alone", () => {
  const text =
    'id,name,submitted\nada,Ada "the first" L,yesterday\nbela,,\nchidi,,\nBELA,,\n,Nobody,\nbela,,\n\ufeffada,,';
  expect(rosterOf(text, "c.csv")).toEqual({
    entries: [
      { id: "ada", name: 'Ada "the first" L', lms: {} },
      { id: "chidi", lms: {} },
      { id: "BELA", lms: {} },
      { id: "\ufeffada", lms: {} },
    ],
    warnings: [
      'c.csv, line 2: not used, since it is no time with its offset, such as 2026-12-01T23:59+01:00: "yesterday"',
      "c.csv, line 6: passed over, since it has no id",
      'c.csv, lines 3 and 7: passed over, since they have the same id "bela". Give each student a line.',
    ],
  });
});

test("a column that is a decision is not read, and said", () => {
  const { entries, warnings } = rosterOf("id,Extension,excused\nada,2026-12-05T10:00Z,\nbela,,\n", "c.csv");
  expect(entries).toEqual([
    { id: "ada", lms: {} },
    { id: "bela", lms: {} },
  ]);
  expect(warnings).toEqual([
    'c.csv: its column "Extension" is not read. Who has more time, is excused or has another mark stands in --decisions.',
  ]);
});

test("UTF-16 with its mark, as spreadsheets write Unicode text", async () => {
  const root = temporaryFolder({});
  const text = '\uFEFFid\tname\r\n007\t"Zoë ""Z"" Müller"\r\n"م;1"\tد\r\n';
  const little = Buffer.from(text, "utf16le");
  for (const [name, bytes] of [
    ["le", little],
    ["be", Buffer.from(little).swap16()],
    ["utf8", text],
  ] as const) {
    writeFileSync(join(root, name), bytes);
    expect((await readRoster(join(root, name))).entries.map(({ id, name }) => [id, name])).toEqual([
      ["007", 'Zoë "Z" Müller'],
      ["م;1", "د"],
    ]);
  }
});

test("a file that is not there, or not in UTF-8", async () => {
  const root = temporaryFolder({});
  writeFileSync(join(root, "c.csv"), Buffer.from([0x69, 0x64, 0x0a, 0xe9]));
  await expect(readRoster(join(root, "c.csv"))).rejects.toThrow(
    'is not in UTF-8. Save it again as "CSV UTF-8".',
  );
  await expect(readRoster(join(root, "x.csv"))).rejects.toThrow("cannot be read (ENOENT). Give a CSV file.");
});
