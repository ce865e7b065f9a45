// The lines that matter: what is known of a run, by the lines of the files that it is told about.
import { expect, test } from "vitest";
import type { ExerciseVerdict } from "../../../graders/engine/types.ts";
import { type Call, emptyTrace, type Step } from "../../../graders/trace/trace.ts";
import { markedLines } from "../reports/marked-lines.ts";
import { exerciseResult } from "../results.ts";
import { linesAt, withPlaces } from "./lines.ts";

const at = (line: number) => ({ line, column: 5 });

function call(index: number, start: number): Call {
  const seq = start + index;
  return {
    id: `api#${index}`,
    service: "api",
    index,
    args: [],
    on: "async",
    start: { at: start, seq, where: at(3) },
  };
}

const steps: Step[] = [
  { kind: "await", task: 1, at: 0, seq: 2, where: at(3) },
  { kind: "resume", task: 1, at: 1000, seq: 500 },
  { kind: "await", task: 1, at: 1000, seq: 1003, where: at(3) },
];
const trace = emptyTrace({
  calls: [call(1, 0), call(2, 1000)],
  steps,
  outcomes: {
    main: {
      label: "main",
      start: { at: 0, seq: 0 },
      settled: { at: 1000, seq: 1004 },
      state: "rejected",
      value: { t: "error", name: "TypeError", message: "", props: [], where: [at(4)] },
    },
  },
});
const check = { title: "", maxScore: 1, score: 0, feedback: "No.", outcome: "failed" as const };
const verdict: ExerciseVerdict = {
  ...{ id: "03-x", score: 0, maxScore: 2, outcome: "failed", watched: { check: "time", trace } },
  checks: [
    { ...check, id: "time" },
    { ...check, id: "other" },
  ],
};

test("calls, waits and throws by their lines in these very files, whatever their layout", async () => {
  const [first, second] = withPlaces(exerciseResult(verdict), verdict).checks;
  expect(second!.places).toBeUndefined();
  const files = { entry: "x.ts", files: new Map([["x.ts", ""]]) };
  const below = (by: number) => ({
    places: async (_: unknown, places: readonly { line: number; column: number }[]) =>
      places.map(({ line, column }) => ({ line: line + by, column })),
  });
  const says = "api begins at 0, 1000 ms; waits from 0 to 1000 ms; still waits, since 1000 ms";
  for (const by of [0, 7])
    expect(await linesAt(below(by), first!.places!, files)).toEqual([
      { file: "x.ts", line: 3 + by, says },
      { file: "x.ts", line: 4 + by, says: "here it threw" },
    ]);
  expect(await linesAt(below(0), first!.places!, { refused: "invalid", reason: "" })).toEqual([]);
  expect(await linesAt({}, first!.places!, files)).toEqual([]);
});

test("marked are they, a syntax error's line, and those of type errors; no line that the file has not", () => {
  const text = "export const a = 1;\nconst b = (;\n";
  const files = [
    ["x.ts", text],
    ["y.ts", "a"],
  ] as const;
  const told = [
    { file: "x.ts", line: 1, says: "waits" },
    { file: "x.ts", line: 9, says: "waits" },
  ];
  const fault = { file: "y.ts", line: 1, column: 1, text: "Not so." };
  expect(markedLines(files, told, '2:9: Expected ")"\nmore', [fault])).toEqual([
    { file: "x.ts", line: 1, says: ["waits"] },
    { file: "x.ts", line: 2, says: [] },
    { file: "y.ts", line: 1, says: ["Not so."] },
  ]);
});
