// The lines that matter: what is known of a run, by the lines of the file that it ran.
import { expect, test } from "vitest";
import type { ExerciseVerdict } from "../../../graders/engine/types.ts";
import { type Call, emptyTrace, type Step } from "../../../graders/trace/trace.ts";
import { markedLines } from "../reports/marked-lines.ts";
import { exerciseResult } from "../results.ts";
import { withLines } from "./lines.ts";

const text = "export async function f(api) {\n  for (const n of [1, 2])\n    await api(n);\n  oops();\n}\n";
const files = { entry: "x.ts", files: new Map([["x.ts", text]]) };
const at = (line: number) => ({ file: "x.ts", line, column: 5 });

function call(index: number, start: number): Call {
  const where = at(3);
  return {
    id: `api#${index}`,
    service: "api",
    index,
    args: [],
    on: "async",
    start: { at: start, seq: start, where },
  };
}

function verdict(steps: Step[]): ExerciseVerdict {
  const trace = emptyTrace({ calls: [call(1, 0), call(2, 1000)], steps });
  const check = { title: "", maxScore: 1, score: 0, feedback: "No.", outcome: "failed" as const };
  const checks = [
    { ...check, id: "time" },
    { ...check, id: "other", where: { line: 4, column: 3 } },
  ];
  return { id: "03-x", score: 0, maxScore: 2, outcome: "failed", checks, watched: { check: "time", trace } };
}

const steps: Step[] = [
  { kind: "await", task: 1, at: 0, seq: 1, where: at(3) },
  { kind: "resume", task: 1, at: 1000, seq: 2 },
  { kind: "await", task: 1, at: 1000, seq: 1001, where: at(3) },
];

const linesOf = (given: ExerciseVerdict, of: Parameters<typeof withLines>[2] = files) =>
  withLines(exerciseResult(given), given, of).checks.map(({ lines }) => lines);

test("calls and waits by their lines, and where the program threw", () => {
  expect(linesOf(verdict(steps))).toEqual([
    [
      {
        file: "x.ts",
        line: 3,
        text: "await api(n);",
        says: "api begins at 0, 1000 ms; waits from 0 to 1000 ms; still waits, since 1000 ms",
      },
    ],
    [{ file: "x.ts", line: 4, text: "oops();", says: "" }],
  ]);
});

test("of what could not be taken, or is no line of it, nothing is said", () => {
  expect(linesOf(verdict(steps), { refused: "invalid", reason: "" })).toEqual([undefined, undefined]);
  const short = { entry: "x.ts", files: new Map([["x.ts", "\n\n\n"]]) };
  expect(linesOf(verdict(steps), short)).toEqual([undefined, undefined]);
});

test("in a file of another layout a line is known by its text, and only where one alone says so", () => {
  const told = [{ file: "x.ts", line: 3, text: "await api(n);", says: "waits" }];
  const marks = (own: string) => markedLines([["x.ts", own]], told, "", []);
  expect(marks(text)).toEqual([{ file: "x.ts", line: 3, says: ["waits"] }]);
  expect(marks(`// Mine.\r\n\r\n${text}`)).toEqual([{ file: "x.ts", line: 5, says: ["waits"] }]);
  expect(marks(text.replace("await api(n);", "await  api(n)"))).toEqual([]);
  expect(marks(`await api(n);\n${text}`)).toEqual([]);
});

test("a syntax error's line and those of type errors are marked, too", () => {
  const fault = { file: "y.ts", line: 1, column: 1, text: "Not so." };
  expect(
    markedLines(
      [
        ["x.ts", text],
        ["y.ts", ""],
      ],
      [],
      '2:9: Expected ")"\nmore',
      [fault],
    ),
  ).toEqual([
    { file: "x.ts", line: 2, says: [] },
    { file: "y.ts", line: 1, says: ["Not so."] },
  ]);
});
