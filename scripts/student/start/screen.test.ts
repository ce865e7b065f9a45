import { expect, test } from "vitest";
import { temporaryFolder } from "../../../graders/engine/testing/folders.ts";
import type { CheckVerdict } from "../../../graders/engine/types.ts";
import { threeApis } from "../../../graders/timeline/fixture.ts";
import type { GradedCheck } from "../../../graders/vitest/graded.ts";
import { columnsOf } from "../../lib/terminal.ts";
import { Companion } from "./companion.ts";
import { screenOf } from "./screen.ts";

const plain = (_style: unknown, text: string) => text;
const nothing = () => {};
const { yours, ghost } = threeApis();
const ids = ["01-first", "02-second", "03-three-apis", "06-sixth"];

function companionAt(current: string): Companion {
  const companion = new Companion(
    ids.map((id) => ({ id, title: `Title of ${id}` })),
    current,
    {
      gradeNow: nothing,
      gradeLater: nothing,
      takeHint: () => Promise.reject(new Error("no hints")),
      reset: async () => [],
      isChanged: () => true,
      edit: () => undefined,
      step: async () => undefined,
      hasAnswers: async () => false,
      compare: () => Promise.reject(new Error("nothing to compare with")),
      remember: nothing,
      quit: nothing,
    },
  );
  companion.gradersAre(new Map(ids.map((id) => [id, 4])));
  return companion;
}

const check = (title: string, outcome: CheckVerdict["outcome"], more: Partial<CheckVerdict> = {}) => {
  const score = outcome === "passed" ? 2 : 0;
  const verdict: CheckVerdict = { id: "any", title, outcome, score, maxScore: 2, feedback: "", ...more };
  return { title, verdict, ghost } as GradedCheck;
};
const passing = [check("it is quick", "passed", { trace: ghost }), check("it is right", "passed")];
const failing = [
  ...Array.from({ length: 8 }, (_, index) => check(`promise ${index + 1}`, "passed")),
  check("fetches all in the time of the slowest", "failed", {
    feedback: "Your function resolved at 3000 ms; expected 1000 ms.",
    misconception: "sequential-await",
    trace: yours,
  }),
];

/** The whole screen, as ink draws it. */
function screen(companion: Companion, columns: number, rows: number, root = "/nowhere"): string[] {
  const look = { root, paint: plain, colour: false };
  const { title, status, rest } = screenOf(companion.state, { columns, rows }, look);
  return [title, ` ${status}`, ...rest];
}

test("a pass: points, belt, what is next, and how it went", () => {
  const companion = companionAt("03-three-apis");
  companion.graded("03-three-apis", passing);
  // What is not known yet is not told.
  expect(screen(companion, 60, 20)[0]).toBe(" 03 Title of 03-three-apis                   white ░░█ …/16");
  expect(screen(companion, 60, 20).join("\n")).not.toContain("white belt");
  for (const id of ["01-first", "02-second", "06-sixth"])
    companion.graded(id, [{ title: "it is quick", untouched: "todo" }]);
  const lines = screen(companion, 60, 20);
  expect(lines.slice(0, 9)).toEqual([
    " 03 Title of 03-three-apis                   white ░░█ 4/16",
    " ✓ passes: 4 of 4 points",
    "─".repeat(60),
    "",
    " white belt: 1 of 3 exercises, 4 of 12 points",
    " n: on to 06 Title of 06-sixth",
    "",
    "  ✓ 2/2 it is quick",
    "  ✓ 2/2 it is right",
  ]);
  expect(lines.join("\n")).toMatch(/your code.+fetchApi\(1\).+resolved at 1000 ms/s);
});

test("what checks print alike is shown once, and all of it where one asks", () => {
  const printing = (title: string, count: number) =>
    check(title, "passed", {
      trace: {
        ...ghost,
        console: Array.from({ length: count }, (_, at) => ({
          at,
          seq: at,
          level: "log",
          text: `line ${at}`,
        })),
      },
    });
  const companion = companionAt("03-three-apis");
  companion.graded("03-three-apis", [printing("a", 9), printing("b", 9), printing("c", 1)]);
  const shown = () => screen(companion, 60, 60).join("\n");
  expect(shown().match(/line \d/g)).toEqual(["line 0", "line 1", "line 2", "line 8", "line 0"]);
  expect(shown()).toContain("… 5 more lines: o shows them …");
  companion.press("o", { first: 0, last: 0, page: 50 });
  expect(shown().match(/line \d/g)).toHaveLength(19);
});

test("keys for what can be done: nothing to go back from is no reset, and v says what it would do", () => {
  const companion = companionAt("03-three-apis");
  const footer = () => screen(companion, 120, 20).at(-1);
  companion.graded("03-three-apis", failing);
  expect(footer()).toMatch(/r reset.*v all timelines/);
  companion.press("v", { first: 0, last: 0, page: 10 });
  expect(screen(companion, 120, 20).at(-2)).toBe(" Every check's timeline: on.");
  expect(footer()).toContain("v fewer timelines");
  companion.graded("03-three-apis", [{ title: "it is quick", untouched: "todo" }]);
  expect(footer()).not.toContain("reset");
});

test("the last exercise of a belt, and the last of all", () => {
  const companion = companionAt("03-three-apis");
  for (const id of ["01-first", "02-second", "03-three-apis"]) companion.graded(id, passing);
  expect(screen(companion, 60, 20)).toContain(" The white belt is yours: 12 of 12 points.");
  companion.graded("06-sixth", passing);
  expect(screen(companion, 60, 20)).toContain(" Everything passes. Well done!");
});

test("where the first failure has no room below what passes, the screen begins with it", () => {
  const companion = companionAt("03-three-apis");
  companion.graded("03-three-apis", failing);
  const short = screen(companion, 80, 15);
  expect(short).toHaveLength(15);
  expect(short[1]).toBe(" ✗ 8 of 9 checks, 16 of 18 points");
  expect(short[2]).toMatch(/^── ↑ 8 more ─+$/);
  expect(short[3]).toBe("  ✗ 0/2 fetches all in the time of the slowest");
  expect(short[13]).toMatch(/^── ↓ \d+ more: Space ─+$/);
  const tall = screen(companion, 80, 50);
  expect(tall[3]).toBe("  ✓ 2/2 promise 1");
});

test("every view has as many lines as the window has rows, none wider than the window", () => {
  const companion = companionAt("03-three-apis");
  companion.gradersAre(new Map([...companion.state.points, ["03-three-apis", 18]]));
  companion.graded("03-three-apis", failing);
  companion.graded("01-first", passing);
  const press = (key: string) => companion.press(key, { first: 0, last: 0, page: 5 });
  for (const key of ["escape", "t", "l", "a", "?", "r"]) {
    press(key);
    for (const [columns, rows] of [
      [200, 60],
      [80, 24],
      [40, 15],
    ] as const) {
      const lines = screen(companion, columns, rows);
      expect([key, columns, lines.length]).toEqual([key, columns, rows]);
      expect(lines.filter((line) => columnsOf(line) > columns)).toEqual([]);
    }
  }
  expect(screen(companion, 40, 15).slice(-3)).toEqual([
    " Reset three-apis.ts? Yours is kept in",
    " .attempts/. (y/n)",
    " Esc back  q quit  n next  h hint",
  ]);
});

test("what is chosen in the list stays in sight", () => {
  const companion = companionAt("01-first");
  const press = (key: string) => companion.press(key, { first: 0, last: 3, page: 1 });
  press("l");
  press("G");
  const lines = screen(companion, 60, 6);
  expect(lines.slice(2, 5)).toEqual([
    `── ↑ 3 more ${"─".repeat(48)}`,
    " … › 06 Title of 06-sixth",
    "─".repeat(60),
  ]);
});

test("an exercise that is not begun shows its task without its hints, and nothing of it steers the terminal", () => {
  const readme =
    "# 01 · First\n\nWait \u001b[2J here.\n\n<details><summary>Hint 1: x</summary>\n\nNo.\n\n</details>\n";
  const root = temporaryFolder({ "exercises/01-first/README.md": readme });
  const companion = companionAt("01-first");
  companion.graded("01-first", [{ ...check("it works", "failed"), untouched: "todo" }]);
  const lines = screen(companion, 60, 16, root);
  expect(lines.slice(1, 11)).toEqual([
    " · not begun yet",
    "─".repeat(60),
    "",
    " Nothing of yours is here yet. Read",
    " exercises/01-first/README.md, then write in",
    " exercises/01-first/first.ts.",
    "",
    "",
    " 01 · First",
    "",
  ]);
  expect(lines[11]).toBe(" Wait \\u001b[2J here.");
  expect(lines.join("\n")).not.toContain("No.");
});

test("what could not be graded is no failure of the student's", () => {
  const companion = companionAt("01-first");
  companion.graded("01-first", [
    check("can be graded", "grader-error", { feedback: "The sandbox does not start." }),
  ]);
  const lines = screen(companion, 80, 12);
  expect(lines[1]).toBe(" ! could not be graded");
  expect(lines.join("\n")).toContain("This is not your fault");
  expect(lines.join("\n")).toContain("The sandbox does not start.");
});
