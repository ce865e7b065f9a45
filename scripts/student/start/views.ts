// What the middle of the screen shows: a verdict, the task, a hint, the list, the points, the help.
import { layout } from "../../../graders/timeline/layout.ts";
import { timelineText } from "../../../graders/timeline/text.ts";
import { drawn, firstSteps } from "../../../graders/vitest/report.ts";
import { beltOf } from "../../lib/belts.ts";
import { numberOf, slugOf } from "../../lib/exercise-ids.ts";
import { readmeOf } from "../../lib/exercises.ts";
import { markdownLines } from "../../lib/markdown.ts";
import { columnsOf, cut, printable, wrap } from "../../lib/terminal.ts";
import { comparisonLines } from "../compare/show.ts";
import { withoutHints } from "../hint/hints.ts";
import { hintLines } from "../hint/show.ts";
import { scoreLines } from "../score/score-lines.ts";
import { headLine, stepLines } from "../step/step-lines.ts";
import { allPrinted, type Look, linesOfChecks, summaryLines } from "../test/exercise-lines.ts";
import { type ExerciseReport, stateOfExercise, totalOf } from "../test/exercise-report.ts";
import { helpKeys } from "./keys.ts";
import { isKnown, isUntouched, nextOf, scoreOf } from "./standing.ts";
import type { State, View } from "./types.ts";

type StepsView = Extract<View, { kind: "steps" }>;

export interface Body {
  lines: string[];
  /** The line that is shown first, unless one scrolls. */
  begin?: number;
  /** A line that must be in sight. */
  keep?: number;
}

/** `rows`: how many lines there is room for. */
export function bodyOf(state: State, look: Look, rows: number): Body {
  const { view, current } = state;
  switch (view.kind) {
    case "task":
      return { lines: taskLines(current, look) };
    case "hint":
      return {
        lines: hintLines(view.taken, { ...look, width: look.width - 2 }, { further: "h", again: "H" }).map(
          aside,
        ),
      };
    case "list":
      return listBody(state, view.selected, look);
    case "all":
      return { lines: allLines(state, look) };
    case "steps":
      return { lines: stepsLines(view, look, rows) };
    case "compare":
      return { lines: comparisonLines(view.comparison, look) };
    case "output":
      return { lines: outputLines(state, look) };
    case "help":
      return { lines: helpLines(look) };
    case "verdict":
      return verdictBody(state, look);
  }
}

function stepsLines({ stepped, at }: StepsView, { width, paint }: Look, rows: number): string[] {
  const head = headLine(stepped, at, width, paint);
  return [head, "", ...stepLines(stepped, at, { width, rows: rows - 2, paint })].slice(0, rows);
}

function verdictBody(state: State, look: Look): Body {
  const report = state.reports.get(state.current);
  if (!report) return { lines: ["", " Your verdict comes in a moment."] };
  const checks = linesOfChecks(report, { ...look, timelines: state.timelines, more: "o shows them" });
  if (isUntouched(report)) return { lines: beginLines(report, checks, look) };
  if (stateOfExercise(report) === "passed")
    return { lines: [...passedLines(state, look), ...checks.flat(), ...pictureLines(state, report, look)] };
  const summary = summaryLines(report, look).slice(0, -1);
  const lines = [...checks.flat(), ...summary.map((line) => `  ${line}`)];
  // Where the first failure has no room below what passes, it is what one wants to see.
  const failing = report.checks.findIndex(({ state }) => state === "failed" || state === "fault");
  return { lines, begin: checks.slice(0, Math.max(0, failing)).flat().length };
}

/** What to do first, and the task to read; of code to be repaired also what its checks say. */
function beginLines({ id, checks: [first] }: ExerciseReport, checks: string[][], look: Look): string[] {
  const untouched = first?.untouched ?? "todo";
  const steps = firstSteps(`exercises/${id}`, `${slugOf(id)}.ts`, untouched);
  return [
    "",
    ...wrap(steps, look.width - 2).map(aside),
    "",
    ...(untouched === "repair" ? checks.flat() : []),
    ...taskLines(id, look),
  ];
}

/** Quiet joy: the points, the belt, and where it goes on. */
function passedLines(state: State, { width, paint }: Look): string[] {
  const { current } = state;
  const score = scoreOf(state);
  const colour = beltOf(current)?.colour ?? "green";
  const belt = score.belts.find(({ exercises }) => exercises.some(({ id }) => id === current));
  const done = belt?.exercises.filter(({ outcome }) => outcome === "passed").length ?? 0;
  const whole = belt !== undefined && done === belt.exercises.length;
  const beltText = whole
    ? `The ${belt.name} belt is yours: ${belt.score} of ${belt.maxScore} points.`
    : `${belt?.name} belt: ${done} of ${belt?.exercises.length} exercises, ${belt?.score} of ${belt?.maxScore} points`;
  const next = nextOf(state);
  const nextText = next
    ? `n: on to ${numberOf(next.id)} ${printable(next.title)}`
    : "Everything passes. Well done!";
  // What was not looked at yet may pass as well.
  const known = isKnown(state, belt?.exercises.map(({ id }) => id) ?? []);
  return [
    "",
    ...(known ? wrap(beltText, width - 2) : []).map((line) =>
      aside(paint(whole ? ["bold", colour as never] : (colour as never), line)),
    ),
    ...wrap(nextText, width - 2).map((line) => aside(paint("bold", line))),
    ...(state.answers ? [aside(paint("dim", "w: beside our own answers"))] : []),
    "",
  ];
}

/** How it went, once: the first check's timeline. */
function pictureLines(
  { timelines }: State,
  { checks: [first] }: ExerciseReport,
  { width, colour }: Look,
): string[] {
  const trace = first?.verdict.trace;
  if (timelines || !trace) return [];
  const text = drawn(() => timelineText(layout(trace, undefined, ""), { width, colour }));
  return text === undefined ? [] : ["", ...text.trimEnd().split("\n")];
}

function taskLines(id: string, look: Look): string[] {
  const text = withoutHints(readmeOf(look.root, id));
  if (text.trim() === "")
    return ["", ...wrap(`There is no exercises/${id}/README.md.`, look.width - 2).map(aside)];
  return ["", ...markdownLines(text, look.width - 2, look.paint).map(aside)];
}

/** Columns of a list's line before its title, and of `  10 of 10 points  (here)` and `  10/10` after it. */
const LIST = { before: 7, words: 25, points: 7 };

function listBody({ exercises, reports, current }: State, selected: string, { paint, width }: Look): Body {
  const names = exercises.map(({ title }) => cut(printable(title), width - LIST.before));
  const column = Math.max(...names.map(columnsOf));
  const room = width - LIST.before - column;
  const lines = exercises.map(({ id }, index) => {
    const name = names[index]!;
    const { sign, colour, words, points } = standingOf(reports.get(id));
    const tail = room >= LIST.words ? words : room >= LIST.points ? points : "";
    const text = `${numberOf(id)} ${name}${" ".repeat(column - columnsOf(name))}  ${tail}`.trimEnd();
    const here = id === current && room >= LIST.words ? paint("dim", "  (here)") : "";
    const marked = id === selected ? `› ${paint("bold", text)}` : `  ${text}`;
    return ` ${paint(colour, sign)} ${marked}${here}`;
  });
  return { lines, keep: exercises.findIndex(({ id }) => id === selected) };
}

interface Standing {
  sign: string;
  colour: "green" | "red" | "yellow" | "dim";
  words: string;
  points: string;
}

function standingOf(report: ExerciseReport | undefined): Standing {
  if (!report) return { sign: "…", colour: "dim", words: "", points: "" };
  if (isUntouched(report)) return { sign: "·", colour: "dim", words: "not begun", points: "" };
  const { score, maxScore } = totalOf(report);
  const state = stateOfExercise(report);
  if (state === "fault") return { sign: "!", colour: "yellow", words: "not graded", points: "" };
  const points = { words: `${score} of ${maxScore} points`, points: `${score}/${maxScore}` };
  return state === "passed"
    ? { sign: "✓", colour: "green", ...points }
    : { sign: "✗", colour: "red", ...points };
}

function outputLines({ reports, current }: State, look: Look): string[] {
  const report = reports.get(current);
  return ["", ...(report ? allPrinted(report, look) : []).map(aside)];
}

function allLines(state: State, look: Look): string[] {
  const { grading } = state;
  const left = grading.size;
  const busy = left > 0 ? look.paint("dim", `grading, ${left} to go …`) : "";
  const score = scoreOf(state);
  const lines = scoreLines(score, Math.max(40, look.width), look.paint);
  // The command that it ends with is a key here.
  return ["", busy, ...(score.next ? lines.slice(0, -1) : lines)];
}

function helpLines({ width, paint }: Look): string[] {
  const column = Math.max(...helpKeys.map(([key]) => columnsOf(key)));
  const lines = helpKeys.flatMap(([key, does]) =>
    wrap(does, width - column - 4).map((line, at) => {
      const name = at === 0 ? key : "";
      return ` ${paint("bold", name)}${" ".repeat(column - columnsOf(name) + 2)}${line}`;
    }),
  );
  const about =
    "A save is graded at once, and the exercise that you save is the one that you see here. All times are virtual milliseconds.";
  return ["", ...lines, "", ...wrap(about, width - 2).map(aside)];
}

function aside(line: string): string {
  return line === "" ? "" : ` ${line}`;
}
