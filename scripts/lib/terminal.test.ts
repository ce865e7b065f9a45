import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { keptOutput } from "../testing/outputs.ts";
import {
  columnsOf,
  cut,
  padded,
  print,
  printable,
  printableLines,
  printedStream,
  shownName,
  wrap,
} from "./terminal.ts";

test("nothing that steers a terminal comes through", () => {
  expect(printable("a\u001b[31mb\r\nc\u0007\u009bd\u202ee\ud800")).toBe(
    "a\\u001b[31mb\\u000d\\u000ac\\u0007\\u009bd\\u202ee\\ud800",
  );
  expect(printableLines("a\u001b\nb\r")).toBe("a\\u001b\nb\\u000d");
});

test("names of all the world stay as they are", () => {
  const names = ["Zoë", "O'Brien-Smith", "李小龍", "Ольга", "نور", "👩‍💻", "ada (2)", "می‌خواهم", "❤️", "葛󠄀"];
  const flags = ["🏴󠁧󠁢󠁥󠁮󠁧󠁿 and 🏴󠁧󠁢󠁳󠁣󠁴󠁿", "🇩🇪"];
  expect([...names, ...flags].map(printable)).toEqual([...names, ...flags]);
});

test("what shows nothing is shown, where it is no part of a character", () => {
  expect(printable("a\u00ad\u2060\ufeff\u{e0041}\ufffe\u2028🏴\u{e0067}")).toBe(
    "a\\u00ad\\u2060\\ufeff\\u{e0041}\\ufffe\\u2028🏴\\u{e0067}",
  );
});

test("no line is a command to what keeps a CI's log, wherever it was broken", () => {
  const commands = ["::error::x", " \u00a0::stop-commands::x", "a ##[error]b", "##vso[x]", "###TeamCity[y]"];
  expect(commands.map(printable)).toEqual([
    "\\u003a:error::x",
    " \u00a0\\u003a:stop-commands::x",
    "a #\\u0023[error]b",
    "#\\u0023vso[x]",
    "##\\u0023TeamCity[y]",
  ]);
  const others = ["a::b", ":joy:", "## heading [1]", "#[x]"];
  expect(others.map(printable)).toEqual(others);
  const output = keptOutput();
  print(output, ["one line\n::error::", ...wrap("It is called ::warning:: here", 14)]);
  print(output, "a text\n::error::x\n");
  expect(output.text).toBe(
    "one line\\u000a::error::\nIt is called\n\\u003a:warning::\nhere\na text\n\\u003a:error::x\n",
  );
});

test("what others print passes the same gate, in whole lines", () => {
  const output = keptOutput();
  const stream = printedStream(output);
  for (const piece of ["\u001b[31mred\u001b[39m\u001b[2J\n:", ":error::x\n", "\n", "last"])
    stream.write(piece);
  stream.end();
  expect(output.text).toBe("\u001b[31mred\u001b[39m\\u001b[2J\n\\u003a:error::x\n\nlast\n");
});

test("no command writes past the gate", () => {
  const sources = globSync(["scripts/**/*.{ts,mjs}", "graders/{engine,vitest}/**/*.ts"], {
    cwd: join(import.meta.dirname, "../.."),
    // What operators put into wrong answers prints in the sandbox alone.
    exclude: [
      "**/*.test.ts",
      "**/testing/**",
      "**/hostile/**",
      "**/attacks/**",
      "scripts/maintainer/mutants/operators/**",
    ],
  });
  const past = sources.flatMap((path) => {
    const text = readFileSync(join(import.meta.dirname, "../..", path), "utf8");
    const found = text.match(/\b(?:stdout|stderr|output|outputStream)\.write\(.*|\bconsole\.\w+\(.*/g) ?? [];
    return found.map((call) => `${path.replaceAll("\\", "/")}: ${call}`);
  });
  expect(sources.length).toBeGreaterThan(200);
  expect(past.sort()).toEqual([
    // The child's own channel, of which the parent believes nothing.
    ...past.filter((call) => call.startsWith("graders/engine/sandbox/inside/")),
    'scripts/lib/terminal.ts: output.write("\\u001b[2J\\u001b[H");',
    'scripts/lib/terminal.ts: output.write(`${lines.map(printed).join("\\n")}\\n`);',
    // A child's report to `verify`, which alone reads it.
    "scripts/maintainer/evidence/promises-aplus.ts: stdout.write(JSON.stringify(result), () => process.exit());",
    // What a session has printed for it, through the gate.
    "scripts/play.mjs: output.write(text);",
  ]);
});

test("a name has an end, and keeps its place", () => {
  expect(["ada", "נח", "x\u202e", "a".repeat(70_000)].map((name) => shownName(name, 9))).toEqual([
    "ada",
    "\u2068נח\u2069",
    "x\\u202e",
    "aaaaaaaa…",
  ]);
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
  // What takes no column takes no more room for that.
  expect(cut(`e${"\u0301".repeat(100_000)}`, 5).length).toBeLessThan(100);
});

test("long lines are cut, broken and measured in time that grows as they do", () => {
  const long = "ä".repeat(500_000);
  expect([columnsOf(long), cut(long, 4), padded("a", 3), padded("a", 3, "right")]).toEqual([
    500_000,
    "äää…",
    "a  ",
    "  a",
  ]);
  expect(wrap(`${long} ${"ä ".repeat(200_000)}`.trimEnd(), 80)).toHaveLength(1 + 200_000 / 40);
});
