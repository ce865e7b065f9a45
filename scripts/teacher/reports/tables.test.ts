// The CSV formats: what their readers need is there, and no stranger's text is a formula or breaks a row.
import { expect, test } from "vitest";
import { resultOf } from "../../testing/fake-engine.ts";
import { memoryReport } from "../../testing/memory-report.ts";
import { canvas, canvasText } from "./canvas.ts";
import { canvasColumns } from "./canvas-columns.ts";
import { detailsText, gradesText } from "./csv.ts";
import { cellText, csvLine } from "./csv-text.ts";

const ada = await resultOf("ada", { "03-three-apis": "passed failed:sequential-await", "04-timeout": "" });
const formula = await resultOf("=1+1", { "03-three-apis": "failed failed failed", "04-timeout": "" });
const person = {
  id: "ada",
  name: 'Lovelace, "Ada"',
  email: "ada@example.org",
  section: "A",
  lms: { "Canvas ID": "17", sis_user_id: "s-17", login: "ada.l" },
};
const late = { submitted: "2026-12-02T10:00:00+01:00", days: 1, percent: 10 };
const report = memoryReport([ada, formula], { of: { ada: { person, late, mark: 15.3 } } });
const written = (lines: Iterable<string>) => [...lines].join("").split("\r\n");

test("a cell is quoted where it must be, and nothing in it steers what shows it", () => {
  const cells = ["\tx", "\rx", 'a "b"', "a,b", "a\nb", "safe", "\u001b[2Ja\u202e", 7, 0, undefined];
  expect(csvLine(cells)).toBe(`\\u0009x,\\u000dx,"a ""b""","a,b","a\nb",safe,\\u001b[2Ja\\u202e,7,0,\r\n`);
});

test("no formula is one any more, in the middle of a cell neither; what is no formula is what it was", () => {
  const formulas = [
    "=1+1",
    "=x",
    " =1",
    "+A1",
    "@SUM(1)",
    "-2+3",
    "+R1C1",
    "@a1",
    "-x|y!z",
    "＝1",
    "+cmd|' /C x'!A0",
  ];
  expect(formulas.map(cellText)).toEqual(formulas.map((text) => `'${text}`));
  expect(cellText("x;=1+1;y\n@SUM(1)")).toBe("x;'=1+1;y\n'@SUM(1)");
  const others = ["+1", "-5", "@x", "-", "+49.5", "@octo_cat", "-ada", "a=b", "x; -5", "1+1", "O'Neill"];
  expect(others.map(cellText)).toEqual(others);
});

test("grades.csv: a row a student, a column an exercise", () => {
  expect(written(gradesText(report))).toEqual([
    "\uFEFFid,name,email,section,mark,score,max score,submitted,late days,decided,03-three-apis,04-timeout",
    "'=1+1,,,,10,10,20,,,,0,10",
    'ada,"Lovelace, ""Ada""",ada@example.org,A,15.3,17,20,2026-12-02T10:00:00+01:00,1,,7,10',
    "",
  ]);
});

test("details.csv: a row a check", () => {
  const rows = written(detailsText(report));
  expect(rows).toHaveLength(1 + 12 + 1);
  expect(rows[0]).toBe(
    "\uFEFFid,name,exercise,check,outcome,score,max score,misconception,virtual ms,feedback",
  );
  expect(rows.filter((row) => row.startsWith("ada,")).slice(0, 2)).toEqual([
    'ada,"Lovelace, ""Ada""",03-three-apis,03.1 promise 1,passed,3,3,,1000,',
    'ada,"Lovelace, ""Ada""",03-three-apis,03.2 promise 2,failed,0,3,sequential-await,,It is failed.',
  ]);
});

test("canvas.csv: all five identity columns, points possible, two decimals, lateness taken off; nobody without an id", () => {
  expect(written(canvasText(report))).toEqual([
    "Student,ID,SIS User ID,SIS Login ID,Section,03 03-three-apis,04 04-timeout",
    "    Points Possible,,,,,10.00,10.00",
    '"Lovelace, ""Ada""",17,s-17,ada.l,A,6.30,9.00',
    "",
  ]);
});

test("canvas.csv: Canvas' number in the download decides; whose id two have, or nobody knows, is left out and said", () => {
  const results = ["a", "b", "c", "d", "e"].map((id) => ({ ...ada, id }));
  const number = (value: string) => ({ platform: "canvas", value }) as const;
  const report = memoryReport(results, {
    of: {
      a: { called: "lovelaceada", number: number("22222"), person },
      b: {
        called: "bytebela",
        number: number("33333"),
        person: { id: "b", name: "Bela", lms: { login: "b" } },
      },
      c: { number: number("44444") },
      d: { number: number("44444") },
      e: { called: "Ada", number: { platform: "moodle", value: "17" } },
    },
  });
  const { students } = report;
  let readings = 0;
  report.students = () => {
    readings++;
    return students();
  };
  expect(written(canvasText(report)).slice(2)).toEqual([
    '"Lovelace, ""Ada""",22222,,,A,7.00,10.00',
    "Bela,33333,,,,7.00,10.00",
    "",
  ]);
  expect(canvas.notes!(report)).toEqual([
    "not in canvas.csv, since nothing says which id Canvas has for them: e. Give Canvas' exported gradebook as --roster.",
    "not in canvas.csv, since several have one id of Canvas': c, d",
  ]);
  // For the ids, and for the rows.
  expect(readings).toBe(2);
});

test("canvas.csv for assignments that Canvas has: the mark of all, or one exercise's points, on their scale", () => {
  const assignments = new Map([
    ["Dojo (98765)", 100],
    ["APIs (4)", undefined],
  ]);
  const ids = ["03-three-apis", "04-timeout"];
  const canvasColumnsGiven = canvasColumns(["Dojo (98765)", "03=APIs (4)"], ids, assignments);
  const mapped = { ...report, canvasColumns: canvasColumnsGiven };
  expect(written(canvasText(mapped)).slice(0, 3)).toEqual([
    "Student,ID,SIS User ID,SIS Login ID,Section,Dojo (98765),APIs (4)",
    "    Points Possible,,,,,100.00,10.00",
    '"Lovelace, ""Ada""",17,s-17,ada.l,A,76.50,6.30',
  ]);
  expect(() => canvasColumns(["Dojo"], ids)).toThrow("Canvas would make a new assignment of it.");
  expect(() => canvasColumns(["Quiz (1)"], ids, assignments)).toThrow("It has: Dojo (98765), APIs (4).");
  expect(() => canvasColumns(["99=Dojo (98765)"], ids)).toThrow("99");
});
