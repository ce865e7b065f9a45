// Moodle's worksheet: filled in, and otherwise as it was; read back by a CSV reader.
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { resultOf } from "../../testing/fake-engine.ts";
import { memoryReport } from "../../testing/memory-report.ts";
import type { ReportStudent } from "../class-report.ts";
import { parseColumns } from "./moodle/columns.ts";
import { Worksheet } from "./moodle/worksheet.ts";
import { fill } from "./moodle.ts";

const half = { "03-three-apis": "passed failed", "04-timeout": "failed passed failed" };
const all = { "03-three-apis": "", "04-timeout": "" };
const none = { "03-three-apis": "missing missing missing", "04-timeout": "failed failed failed" };

async function filled(
  text: string,
  students: Record<string, Record<string, string>>,
  more: {
    of?: Record<string, Partial<ReportStudent>>;
    columns?: string;
  } = {},
) {
  const results = await Promise.all(Object.entries(students).map(([id, files]) => resultOf(id, files)));
  const report = memoryReport(results, { of: more.of ?? {} });
  const worksheet = Worksheet.of(text, "w.csv", parseColumns(more.columns ?? ""));
  const { fillings, told } = fill(report, worksheet);
  return { text: [...worksheet.filled(fillings)].join(""), told };
}

const byName = (ids: string) =>
  `found in the worksheet by name or e-mail alone, which people may change themselves: ${ids}`;

/** As in Moodle's download. */
const moodle = (value: string, called = "Somebody"): Partial<ReportStudent> => ({
  called,
  number: { platform: "moodle", value },
});

const header =
  'Identifier,"Full name","Email address",Status,Grade,"Maximum Grade","Grade can be changed","Last modified (submission)","Last modified (grade)","Feedback comments"';

test("grade and feedback go into the right rows; order, quotes, BOM, line ends and formulas stay", async () => {
  const worksheet = [
    `\uFEFF${header}`,
    '"Participant 22","Bela ""B"" Byte",b@x.org,"Submitted, late",,100.00,Yes,"Monday, 1 December",-,',
    '"Participant 11",=HYPERLINK("x"),a@x.org,"No\r\nnews",,100.00,Yes,-,-,""',
    "Participant 33,Chidi C,c@x.org,-,55.00,100.00,No,-,-,old",
    "Participant 44,Dara D,d@x.org,-,,100.00,Yes,-,-,",
    "",
  ].join("\r\n");
  const { text, told } = await filled(
    worksheet.replace('=HYPERLINK("x")', "=1+1"),
    { ada: half, "b@x.org": all, chidi: all, eve: all },
    { of: { ada: moodle("11"), chidi: moodle("33") } },
  );
  expect(text).toBe(
    [
      `\uFEFF${header}`,
      '"Participant 22","Bela ""B"" Byte",b@x.org,"Submitted, late",100.00,100.00,Yes,"Monday, 1 December",-,"20 of 20 points.\n03 03-three-apis: 10 of 10.\n04 04-timeout: 10 of 10."',
      '"Participant 11",=1+1,a@x.org,"No\r\nnews",50.00,100.00,Yes,-,-,"10 of 20 points.\n03 03-three-apis: 7 of 10, not passed: promise 2.\n04 04-timeout: 3 of 10, not passed: promise 1."',
      "Participant 33,Chidi C,c@x.org,-,55.00,100.00,No,-,-,old",
      "Participant 44,Dara D,d@x.org,-,,100.00,Yes,-,-,",
      "",
    ].join("\r\n"),
  );
  expect(told).toEqual({
    count: 2,
    rowsLeft: ["Participant 44"],
    withoutRow: ["eve"],
    locked: ["Participant 33"],
    unmarked: [],
    scaled: "20 → 100",
    warnings: [byName("b@x.org")],
  });
  const rows: Record<string, string>[] = parse(text, { bom: true, columns: true });
  expect(rows.map((row) => [row["Full name"], row.Grade])).toEqual([
    ['Bela "B" Byte', "100.00"],
    ["=1+1", "50.00"],
    ["Chidi C", "55.00"],
    ["Dara D", ""],
  ]);
});

test("what is not filled in is the same, byte for byte", async () => {
  for (const text of [
    `${header}\nParticipant 1,"=1+1",,,"",,,,,'\n`,
    `\uFEFF${header}\r\nParticipant 1, x ,,,,,,,,"a\nb"`,
    "Identifier;Grade\r\n1;2,5\r\n\r\n",
    "Identifier\tGrade\n1\t-\n2\n",
  ])
    expect((await filled(text, {})).text).toBe(text);
});

test("a worksheet in another language, with its commas, semicolons and names", async () => {
  const text =
    "ID;Vollständiger Name;Bewertung;Bestwertung;Feedback als Kommentar\nTeilnehmer/in7;Ada L;;10,00;\n";
  const columns =
    "grade=Bewertung,maximum=bestwertung,identifier=ID,name=Vollständiger Name,feedback=Feedback als Kommentar";
  const result = await filled(text, { x: half }, { of: { x: moodle("7") }, columns });
  expect(result.text.split("\n")[1]).toBe('Teilnehmer/in7;Ada L;5,00;10,00;"10 of 20 points.');
  expect(result.told).toMatchObject({ count: 1, scaled: "20 → 10" });
  await expect(filled(text, {})).rejects.toThrow(
    'The worksheet "w.csv" has no column "Grade". Its columns are: ID, Vollständiger Name, Bewertung, Bestwertung, ' +
      "Feedback als Kommentar. Is it in another language? Say which it is: --moodle-columns grade=…,",
  );
});

test("by number, e-mail, ID number and name, also through the roster; what could be two people's is nobody's", async () => {
  const text = [
    "Identifier,Full name,ID number,Email address,Grade",
    "Participant 1,Ada Lovelace,,,",
    "Participant 2,Kim Lee,,,",
    "Participant 3,Lee Kim,,,",
    "Participant 4,Somebody,s4,,",
    "Participant 5,Else,,E@X.org,",
    "Participant 6,More,,,",
    "",
  ].join("\n");
  const person = (more: object) => ({ person: { id: "p", lms: {}, ...more } });
  const { text: out, told } = await filled(
    text,
    { "Ada Lovelace": all, kimlee: all, q: all, r: all, s: all },
    {
      of: {
        q: person({ id: "s4" }),
        r: person({ email: "e@x.org" }),
        s: person({ lms: { moodle_id: "6" } }),
      },
    },
  );
  expect(out.match(/20\.00$/gm)).toHaveLength(4);
  expect(told).toMatchObject({
    count: 4,
    rowsLeft: ["Participant 2", "Participant 3"],
    withoutRow: ["kimlee"],
    warnings: [
      'the submission "kimlee" may be any of the worksheet\'s "Participant 2" and "Participant 3"; it is matched with none. Give a --roster that tells them apart.',
      byName("Ada Lovelace, r"),
    ],
  });
});

test("lateness counts, nothing handed in is said, and where a grader failed there is no mark", async () => {
  const text = "Full name,Grade,Maximum Grade,Feedback comments\nAda,,20,\nBela,,20,\n";
  const late = { submitted: "2026-12-02T10:00:00+01:00", days: 1, percent: 10 };
  const { text: out, told } = await filled(
    text,
    { ada: none, bela: { "03-three-apis": "grader-error" } },
    { of: { ada: { late, score: 3, mark: 2.7 } } },
  );
  expect(out).toBe(
    "Full name,Grade,Maximum Grade,Feedback comments\n" +
      'Ada,2.70,20,"3 of 20 points. Late by 1 day: 2.7 are left.\n' +
      '03 03-three-apis: 0 of 10, not handed in.\n04 04-timeout: 0 of 10, not passed: promise 1."\nBela,,20,\n',
  );
  expect(told).toMatchObject({ count: 1, unmarked: ["bela"] });
});

test.each([
  ["", {}, 'The worksheet "w.csv" is empty.'],
  ['Grade,"x\n', {}, 'The worksheet "w.csv" is no CSV file: Quote Not Closed'],
  ["Grade,x\n", { grade: "Note" }, 'has no column "Note". Its columns are: Grade, x.'],
])("%j is refused", (text, columns, message) => {
  expect(() => Worksheet.of(text, "w.csv", columns)).toThrow(message);
});

test.each(["grade", "mark=x", "grade=", "grade=a,=b"])("--moodle-columns %s is refused", (text) => {
  const ours = /^--moodle-columns: ".*" names no column\. Write column=Header/;
  if (text === "grade=a,=b") expect(parseColumns(text)).toEqual({ grade: "a,=b" });
  else expect(() => parseColumns(text)).toThrow(ours);
});
