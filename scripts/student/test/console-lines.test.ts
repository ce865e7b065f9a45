import { expect, test } from "vitest";
import type { ConsoleLine } from "../../../graders/trace/trace.ts";
import { consoleLines } from "./console-lines.ts";

const plain = (_style: unknown, text: string) => text;
const line = (at: number, text: string, level = "log"): ConsoleLine => ({ at, seq: at, level, text });

test("each line has its virtual time and its level", () => {
  const lines = [
    line(0, "start"),
    line(500, "hello"),
    line(1250.5, "late", "warn"),
    line(60_000, "oh", "error"),
  ];
  expect(consoleLines(lines, { most: 9, paint: plain })).toEqual([
    "     0 ms  log   start",
    "   500 ms  log   hello",
    "1250.5 ms  warn  late",
    " 60000 ms  error oh",
  ]);
});

test("a text of several lines stays together", () => {
  expect(consoleLines([line(5, "a\nb")], { most: 9, paint: plain })).toEqual([
    "     5 ms  log   a",
    "                 b",
  ]);
});

test("of many lines the first and the last are shown, and how many there are between", () => {
  const lines = Array.from({ length: 100 }, (_, index) => line(index, `line ${index}`));
  expect(consoleLines(lines, { most: 4, paint: plain })).toEqual([
    "     0 ms  log   line 0",
    "     1 ms  log   line 1",
    "     2 ms  log   line 2",
    "            … 96 more lines …",
    "    99 ms  log   line 99",
  ]);
});

test("a long line is cut, and says by how much", () => {
  const [shown] = consoleLines([line(0, "x".repeat(1000))], { most: 9, paint: plain });
  expect(shown).toBe(`     0 ms  log   ${"x".repeat(400)} … 600 more characters`);
});

test("nothing that was printed steers the terminal", () => {
  expect(consoleLines([line(0, "a\u001b[31m\u202e\r\tb", "log")], { most: 9, paint: plain })).toEqual([
    "     0 ms  log   a\\u001b[31m\\u202e\\u000d  b",
  ]);
});

test("nothing printed is nothing shown", () => {
  expect(consoleLines([], { most: 9, paint: plain })).toEqual([]);
});
