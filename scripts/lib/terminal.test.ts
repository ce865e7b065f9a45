import { expect, test } from "vitest";
import { columnsOf, cut, printable, printableLines, wrap } from "./terminal.ts";

test("nothing that steers a terminal comes through", () => {
  expect(printable("a\u001b[31mb\r\nc\u0007\u009bd\u202ee\ud800")).toBe(
    "a\\u001b[31mb\\u000d\\u000ac\\u0007\\u009bd\\u202ee\\ud800",
  );
  expect(printableLines("a\u001b\nb\r")).toBe("a\\u001b\nb\\u000d");
});

test("names of all the world stay as they are", () => {
  const names = ["Zoë", "O'Brien-Smith", "李小龍", "Ольга", "نور", "👩‍💻", "ada (2)"];
  expect(names.map(printable)).toEqual(names);
});

test("columns: wide characters take two, combining ones and colours none", () => {
  expect(["ada", "李小龍", "e\u0301", "\u001b[32m10\u001b[39m", "–✗∞"].map(columnsOf)).toEqual([
    3, 6, 1, 2, 3,
  ]);
});

test("lines break at blanks, never in a word", () => {
  expect(wrap("one two three four", 9)).toEqual(["one two", "three", "four"]);
  expect(wrap("incomprehensibilities", 5)).toEqual(["incomprehensibilities"]);
});

test("what is cut ends with an ellipsis, and has no more columns than there are", () => {
  expect(["three", "threes", "a  word", "李小龍"].map((text) => cut(text, 5))).toEqual([
    "three",
    "thre…",
    "a  w…",
    "李小…",
  ]);
  expect(cut("two words", 5)).toBe("two…");
});
