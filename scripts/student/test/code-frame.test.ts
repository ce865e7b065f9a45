import { expect, test } from "vitest";
import { excerptOf } from "../../../graders/vitest/report.ts";
import { codeFrame } from "./code-frame.ts";

const plain = (_style: unknown, text: string) => text;
const frame = (source: string, line: number, column: number, width = 80) =>
  codeFrame(excerptOf(source, line)!, { line, column }, width, plain);

test("the line, those around it, and a mark under the column", () => {
  const source = Array.from({ length: 12 }, (_, index) => `line ${index + 1};`).join("\n");
  expect(frame(source, 10, 6)).toEqual([
    "   8 | line 8;",
    "   9 | line 9;",
    "> 10 | line 10;",
    "     |      ^",
    "  11 | line 11;",
    "  12 | line 12;",
  ]);
});

test("at the file's edges there are fewer lines", () => {
  expect(frame("only\n", 1, 1)).toEqual(["> 1 | only", "    | ^", "  2 |"]);
});

test("tabs and wide characters keep the mark under its column", () => {
  expect(frame("\t\tthrow 1;", 1, 3)).toEqual(["> 1 |     throw 1;", "    |     ^"]);
  expect(frame("李 throw", 1, 3)).toEqual(["> 1 | 李 throw", "    |    ^"]);
});

test("long lines are cut, with no mark beyond the cut; what could steer a terminal is visible", () => {
  expect(frame(`x${"y".repeat(100)}`, 1, 90, 30)).toEqual([`> 1 | x${"y".repeat(22)}…`]);
  expect(frame("a\u001b[2Jb\u202e", 1, 1)).toEqual(["> 1 | a\\u001b[2Jb\\u202e", "    | ^"]);
});

test("a line that is not there has no excerpt", () => {
  expect(excerptOf("one", 7)).toBeUndefined();
});
