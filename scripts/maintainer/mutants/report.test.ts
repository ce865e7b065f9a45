import { expect, test } from "vitest";
import type { Fate, MutationResult } from "./grade.ts";
import { holds, problemLines, scoreText } from "./report.ts";

const result = (
  count: Partial<Record<Fate, number>>,
  more: Partial<MutationResult> = {},
): MutationResult => ({
  file: { exercise: "03-x", entry: "x.ts", name: "x.ts", text: "" },
  count: { killed: 0, "timed out": 0, "does not compile": 0, equivalent: 0, survived: 0, ...count },
  survivors: [],
  stale: [],
  ...more,
});
const entry = { line: "go(1, 2);", original: "go(1, 2);", replacement: ";", nth: 1, reason: "" };
const mutant = { line: 4, column: 3, original: "go(1, 2);", replacement: ";", text: "" };

test("the score is of those that are not equivalent, and never rounded up to 100", () => {
  expect(scoreText([result({ killed: 7 })])).toBe("    7 of 7 killed  100 %");
  expect(scoreText([result({ killed: 198, survived: 1 }), result({ "timed out": 1, equivalent: 9 })])).toBe(
    "199 of 200 killed   99 %   9 equivalent, 1 timed out",
  );
  expect(scoreText([result({ "does not compile": 2, survived: 2 })])).toBe(
    "    2 of 4 killed   50 %   2 not compiling",
  );
  expect(scoreText([result({ killed: 1 }), result({}, { fault: "It broke." })])).toBe("no score");
});

test("it holds if nothing survived, nothing is stale, and nothing broke", () => {
  expect(holds([result({ killed: 1, equivalent: 1 })])).toBe(true);
  expect(holds([result({}), result({}, { survivors: [{ mutant, entry }] })])).toBe(false);
  expect(holds([result({}, { stale: [entry] })])).toBe(false);
  expect(holds([result({}, { fault: "It broke." })])).toBe(false);
});

test("a survivor is told with its place, the change, what to do, and the entry to paste", () => {
  expect(problemLines(result({}, { survivors: [{ mutant, entry: { ...entry, nth: 2 } }] }))).toEqual([
    "solutions/03-x/x.ts:4:3 survives with full marks:",
    "  go(1, 2); → ;",
    '  to list it: {"line":"go(1, 2);","original":"go(1, 2);","replacement":";","nth":2,"reason":""}',
    "If anything that exercises/03-x/README.md promises differs, let graders/03-x.ts see it, and put the mutant",
    'into solutions/03-x/wrong/. Else list it in solutions/03-x/equivalent-mutants.json, under "x.ts", with the reason.',
  ]);
});

test("a stale entry is told, long text in short", () => {
  const long = `first(${"a, ".repeat(30)}last)`;
  expect(problemLines(result({}, { stale: [{ ...entry, original: long, nth: 2 }] }))).toEqual([
    'solutions/03-x/equivalent-mutants.json lists for "x.ts" what is no surviving mutant (any more): remove it, or mend it.',
    "  in go(1, 2);: first(a, a, a, a, a, a, a, a, a, a, a, a, a,  …  a, a, last) → ; (nth 2)",
  ]);
});

test("a fault is all that is told", () => {
  expect(problemLines(result({}, { fault: "It broke.", stale: [entry] }))).toEqual([
    "solutions/03-x/x.ts: It broke.",
  ]);
  expect(problemLines(result({ killed: 1 }))).toEqual([]);
});
