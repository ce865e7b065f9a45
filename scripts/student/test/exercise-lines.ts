// One exercise's result as lines of a terminal.
import { explained } from "../../../graders/misconceptions/misconceptions.ts";
import { titleOf } from "../../../graders/timeline/in-words.ts";
import { layout } from "../../../graders/timeline/layout.ts";
import { timelineText } from "../../../graders/timeline/text.ts";
import { drawn, firstSteps } from "../../../graders/vitest/report.ts";
import { slugOf } from "../../lib/exercise-ids.ts";
import { columnsOf, type Paint, printable, wrap } from "../../lib/terminal.ts";
import type { CheckState } from "./check-state.ts";
import { codeFrame } from "./code-frame.ts";
import { consoleLines } from "./console-lines.ts";
import { type CheckReport, type ExerciseReport, totalOf } from "./exercise-report.ts";

export interface Look {
  /** Columns. */
  width: number;
  paint: Paint;
  colour: boolean;
  /** The project's folder. */
  root: string;
  /** Show every check's timeline, not one for each mistake. */
  timelines?: boolean;
  /** How one sees the console lines that are left out. */
  more?: string;
}

/** What was explained already: eight checks that fail for one reason need it explained once. */
type Said = Set<string>;

const signs: Record<CheckState, string> = {
  passed: "✓",
  failed: "✗",
  "not-run": "↓",
  fault: "!",
  waits: "·",
};
const colours = { passed: "green", failed: "red", "not-run": "dim", fault: "yellow", waits: "dim" } as const;
const INDENT = 8;
/** Columns that a timeline needs. */
const CHART = 40;
/** Console lines shown of the first check that fails, of others that do, and of one that passed. */
const CONSOLE = { first: 20, failed: 8, passed: 4 };

/** The exercise's heading, its checks with all that explains them, and its points. */
export function exerciseLines(report: ExerciseReport, look: Look): string[] {
  const { width } = look;
  const { id, checks } = report;
  const folder = `exercises/${id}`;
  const entry = `${slugOf(id)}.ts`;
  const untouched = checks.find((check) => check.untouched)?.untouched;
  return [
    ...headingLines(id, `${folder}/${entry}`, look),
    "",
    ...(untouched ? [...wrap(firstSteps(folder, entry, untouched), width - 2).map(indent(2)), ""] : []),
    ...withoutLastBlank(linesOfChecks(report, look).flat()),
    "",
    ...summaryLines(report, look).map(indent(2)),
  ];
}

function headingLines(id: string, path: string, { paint, width }: Look): string[] {
  const [name, place] = [paint("bold", id), paint("dim", path)];
  return columnsOf(id) + 2 + columnsOf(path) <= width ? [`${name}  ${place}`] : [name, place];
}

/** For each check its sign, points and title, and all that explains it. */
export function linesOfChecks({ id, checks }: ExerciseReport, look: Look): string[][] {
  const said: Said = new Set();
  return checks.map((check) => checkLines(check, id, look, said));
}

function withoutLastBlank(lines: string[]): string[] {
  return lines.at(-1) === "" ? lines.slice(0, -1) : lines;
}

/** `✓ 03-three-apis  10 of 10 points`: for an exercise of which there is nothing more to tell. */
export function exerciseLine(report: ExerciseReport, { paint }: Look): string {
  const { score, maxScore } = totalOf(report);
  return `${paint("green", signs.passed)} ${paint("bold", report.id)}  ${score} of ${maxScore} points`;
}

function checkLines(check: CheckReport, id: string, look: Look, said: Said): string[] {
  const { paint, width } = look;
  const { verdict, state, untouched } = check;
  const points = `${state === "failed" || state === "passed" ? verdict.score : "–"}/${verdict.maxScore}`;
  const title = wrap(printable(check.title), width - INDENT);
  const [first, ...rest] = title.map((line) => (state === "not-run" ? paint("dim", line) : line));
  const sections = untouched === "todo" ? [] : sectionsOf(check, id, look, said);
  const details = sections.filter((section) => section.length > 0).flatMap((section) => [...section, ""]);
  return [
    `  ${paint(colours[state], signs[state])} ${paint("dim", points.padStart(3))} ${first}`,
    ...rest.map(indent(INDENT)),
    ...details.map(indent(detailsIndent(width))),
  ];
}

/** A narrow terminal has no columns to spare. */
function detailsIndent(width: number): number {
  return Math.max(0, Math.min(INDENT, width - CHART));
}

/** What there is to say about a check, in parts that blank lines separate. */
function sectionsOf(check: CheckReport, id: string, look: Look, said: Said): string[][] {
  const { verdict, state } = check;
  const { paint } = look;
  const inner = { ...look, width: look.width - detailsIndent(look.width) };
  const feedback = paragraph(verdict.feedback, inner.width);
  if (state === "passed")
    return [look.timelines ? timelineOf(check, inner) : [], printedBy(check, CONSOLE.passed, look, said)];
  if (state === "not-run") return [feedback.map((line) => paint("dim", line))];
  if (state === "fault") {
    const claim = "This is not your fault: the check could not be run, and says nothing about your code.";
    return [[...wrap(claim, inner.width).map((line) => paint("yellow", line)), ...feedback]];
  }
  const first = !said.has("a failure");
  // A picture for each mistake, not for each check that it fails: six timelines of one mistake bury it.
  const pictured =
    look.timelines || first || (verdict.misconception !== undefined && !said.has(verdict.misconception));
  said.add("a failure");
  return [
    feedback.map((line) => paint("red", line)),
    misconceptionOf(check, id, inner, said),
    ...(pictured ? [timelineOf(check, inner)] : []),
    placeOf(check, id, inner, said),
    ...(pictured
      ? [printedBy(check, first ? CONSOLE.first : CONSOLE.failed, look, first ? new Set() : said)]
      : []),
  ];
}

function misconceptionOf(
  { verdict }: CheckReport,
  exercise: string,
  { width, paint }: Look,
  said: Said,
): string[] {
  const { misconception: id } = verdict;
  const found = explained(exercise, id);
  if (!found || id === undefined) return [];
  if (said.has(id)) return wrap(`${found.title} (explained above)`, width).map((line) => paint("bold", line));
  said.add(id);
  return [
    ...wrap(found.title, width).map((line) => paint("bold", line)),
    ...paragraph(`${found.explanation}\n${found.advice}`, width - 2).map(indent(2)),
  ];
}

function timelineOf({ verdict, ghost }: CheckReport, { width, colour }: Look): string[] {
  const { trace } = verdict;
  if (!trace) return [];
  const lines = drawn(() => {
    const timeline = layout(trace, ghost, verdict.feedback);
    const picture = timelineText(timeline, { width, colour }).trimEnd().split("\n");
    // What has no room is said in words.
    return picture.every((line) => columnsOf(line) <= width) ? picture : wrap(titleOf(timeline), width);
  });
  const unseen =
    "Its timeline could not be drawn. That is not your fault, and changes nothing of the verdict.";
  return lines ?? wrap(unseen, width);
}

/** The student's line. Where it is shown already its place will do. */
function placeOf(
  { verdict, excerpt }: CheckReport,
  id: string,
  { width, paint }: Look,
  said: Said,
): string[] {
  const { where, outcome } = verdict;
  if (!where) return [];
  const file = `exercises/${id}/${where.file ?? `${slugOf(id)}.ts`}`;
  const ran = outcome !== "compile-error" && outcome !== "forbidden";
  const heading = `${ran ? "Thrown at " : ""}${paint("cyan", printable(`${file}:${where.line}:${where.column}`))}`;
  if (said.has(heading)) return [`${heading} (shown above)`];
  said.add(heading);
  return [heading, ...(excerpt ? codeFrame(excerpt, where, width, paint) : [])];
}

/** The lines that it printed, unless another check's were the same: a print is in the file once, and runs in each check. */
function printedBy({ verdict }: CheckReport, most: number, { paint, more }: Look, said: Said): string[] {
  const lines = verdict.trace?.console ?? [];
  const key = JSON.stringify(lines.map(({ level, text }) => [level, text]));
  if (said.has(key)) return [];
  if (lines.length > 0) said.add(key);
  return consoleLines(lines, { most, paint, ...(more === undefined ? {} : { more }) });
}

/** All that was printed, check by check. */
export function allPrinted({ checks }: ExerciseReport, { paint, width }: Look): string[] {
  const lines = checks.flatMap(({ title, verdict }) => {
    const printed = verdict.trace?.console ?? [];
    if (printed.length === 0) return [];
    const heading = wrap(printable(title), width - 2).map((line) => paint("bold", line));
    return [...heading, ...consoleLines(printed, { most: Number.POSITIVE_INFINITY, paint }), ""];
  });
  return lines.length > 0 ? lines : ["Your code printed nothing."];
}

/** Why checks were not run, and how many of all passed. */
export function summaryLines(report: ExerciseReport, { paint, width }: Look): string[] {
  const { passed, checks, score, maxScore } = totalOf(report);
  const why = whyNotRun(report);
  return [
    ...(why ? wrap(`${signs["not-run"]} ${why}`, width - 2).map((line) => paint("dim", line)) : []),
    paint(
      passed === checks ? "green" : "red",
      `${passed} of ${checks} checks, ${score} of ${maxScore} points`,
    ),
  ];
}

/** Said once for all checks that were not run for the same reason. */
function whyNotRun({ checks }: ExerciseReport): string | undefined {
  if (!checks.some(({ state, verdict }) => state === "not-run" && verdict.feedback === "")) return undefined;
  switch (checks[0]?.verdict.outcome) {
    case "compile-error":
      return "not run: your file has to compile first.";
    case "forbidden":
    case "missing":
    case "no-export":
    case "invalid":
    case "grader-error":
      return "not run: see the first check.";
    default:
      return "not run yet: the first check has to get somewhere first.";
  }
}

function paragraph(text: string, width: number): string[] {
  return text === "" ? [] : text.split("\n").flatMap((line) => wrap(printable(line), width));
}

function indent(columns: number): (line: string) => string {
  return (line) => (line === "" ? "" : " ".repeat(columns) + line);
}
