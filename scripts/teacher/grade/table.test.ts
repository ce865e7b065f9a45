import { stripVTControlCharacters } from "node:util";
import { expect, test } from "vitest";
import { columnsOf, painter } from "../../lib/terminal.ts";
import { fakeEngine, submissionResult } from "../../testing/fake-engine.ts";
import { keptOutput } from "../../testing/outputs.ts";
import type { SubmissionResult } from "../results.ts";
import { resultsTable } from "./table.ts";

const white = ["01-first-await", "02-calling-vs-running", "03-three-apis", "04-timeout", "05-cancellation"];
const all = Array.from({ length: 35 }, (_, index) => `${String(index + 1).padStart(2, "0")}-slug`);
const missing = "missing missing missing";

/** Results of submissions whose files say what the checks' outcomes are; see the fake engine. */
async function results(ids: string[], class_: Record<string, string[]>): Promise<SubmissionResult[]> {
  const engine = fakeEngine(ids);
  const given = Object.entries(class_).map(async ([id, texts]) => {
    const files = ids.map((exercise, index) => {
      const text = texts[index] ?? missing;
      return [exercise, { entry: "x.ts", files: new Map([["x.ts", text]]) }];
    });
    const submission = { id, exercises: Object.fromEntries(files) };
    return submissionResult(await engine.gradeSubmission(submission, { seed: 1 }));
  });
  return Promise.all(given);
}

const plain = painter(keptOutput());
const table = (submissions: SubmissionResult[], width = 100) =>
  resultsTable(submissions, width, plain).map((line) => line.trimEnd());

test("points, signs with a legend of those that occur, totals", async () => {
  const failed = "failed failed failed";
  const class_ = await results(white, {
    ada: ["", "", "", "", ""],
    "bela-with-a-longer-name": ["", "failed", "never-settled skipped skipped", "passed passed time-limit"],
    chidi: [failed, "compile-error compile-error compile-error", "invalid invalid invalid", missing, missing],
  });
  expect(table(class_)).toEqual([
    "submission               01  02  03  04  05  points    %",
    "ada                      10  10  10  10  10   50/50  100",
    "bela-with-a-longer-name  10   7   …  6∞   –   23/50   46",
    "chidi                     0   ✗   ?   –   –    0/50    0",
    "",
    "– not handed in   ✗ syntax error   ? a file that cannot be taken   … never settles",
    "∞ stopped: endless loop, or far too slow",
  ]);
});

test("no signs, no legend", async () => {
  expect(table(await results(white.slice(0, 1), { ada: [""] }))).toEqual([
    "submission  01  points    %",
    "ada         10   10/10  100",
  ]);
});

test("a column that nobody handed in is left out and named; but not if there is no other", async () => {
  const [header, , , note] = table(await results(white, { ada: [missing, "", missing, missing, ""] }));
  expect(header).toBe("submission  02  05  points   %");
  expect(note).toBe("Left out, since nobody handed them in: 01, 03–04.");
  const none = table(await results(white, { ada: [], bela: [] }));
  expect(none[0]).toBe("submission  01  02  03  04  05  points  %");
  expect(none[1]).toBe("ada          –   –   –   –   –    0/50  0");
});

test("only full marks are 100 percent", async () => {
  const almost = await results(all, { ada: all.map((_, index) => (index === 0 ? "failed" : "")) });
  expect(table(almost, 200)[1]).toMatch(/347\/350 {2}99$/);
});

test("where it gets narrow: closer columns, then belts, then totals; no line is too long", async () => {
  const class_ = await results(all, {
    ada: all.map(() => ""),
    "somebody-with-quite-a-long-name": all.map((_, i) =>
      i < 7 ? "" : i === 7 ? "crashed failed failed" : missing,
    ),
    李小龍: all.map((_, index) => (index % 2 ? "failed" : "")),
  });
  const headers = [169, 135, 90, 70, 40].map((width) => {
    const lines = table(class_, width);
    const rows = lines.slice(0, 4);
    expect(rows.map(columnsOf).filter((columns) => columns > width)).toEqual([]);
    return rows[0]!.replace(/ +/g, " ");
  });
  const numbers = all.map((id) => id.slice(0, 2)).join(" ");
  expect(headers).toEqual([
    `submission ${numbers} points %`,
    `submission ${numbers} points %`,
    "submission white yellow orange green blue brown black points %",
    "submission white yellow orange green blue brown black points %",
    "submission points %",
  ]);
  expect(table(class_, 90).slice(0, 4)).toEqual([
    "submission                  white  yellow  orange  green  blue  brown  black   points    %",
    "ada                            50      50      50     50    50     50     50  350/350  100",
    "somebody-with-quite-a-lon…     50     20!       –      –     –      –      –   70/350   20",
    "李小龍                         44      41      44     41    44     41     44  299/350   85",
  ]);
  expect(table(class_, 90).join("\n")).toContain("Belts, not exercises:");
  expect(table(class_, 40).join("\n")).toContain("Exercises are left out:");
});

test("a name cannot steer the terminal", async () => {
  const [, row] = table(await results(white, { "\u001b[2J\nada\u202e": ["", "", "", "", ""] }));
  expect(row).toBe("\\u001b[2J\\u000aada\\u202e  10  10  10  10  10   50/50  100");
});

test("colour on a terminal, in the same places", async () => {
  const class_ = await results(white, { ada: ["", "failed", "failed failed failed", missing, ""] });
  const lines = resultsTable(class_, 100, painter(keptOutput(100))).join("\n");
  expect(stripVTControlCharacters(lines)).toBe(resultsTable(class_, 100, plain).join("\n"));
  expect(lines).toContain("\u001b[32m10");
  expect(lines).toContain("\u001b[33m7");
  expect(lines).toContain("\u001b[31m0");
});
