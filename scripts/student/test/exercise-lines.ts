// One exercise's result as lines of a terminal.
import { join } from "node:path";
import { explained } from "../../../graders/misconceptions/misconceptions.ts";
import { layout } from "../../../graders/timeline/layout.ts";
import { timelineText } from "../../../graders/timeline/text.ts";
import { show } from "../../../graders/trace/plain.ts";
import { firstSteps } from "../../../graders/vitest/report.ts";
import { slugOf } from "../../lib/exercise-ids.ts";
import { type Paint, printable, wrap } from "../../lib/terminal.ts";
import { codeFrame } from "./code-frame.ts";
import { consoleLines } from "./console-lines.ts";
import { type CheckReport, type CheckState, type ExerciseReport, totalOf } from "./exercise-report.ts";

export interface Look {
  /** Columns. */
  width: number;
  paint: Paint;
  colour: boolean;
  /** The project's folder. */
  root: string;
  /** Show every check's timeline, not one for each mistake. */
  timelines?: boolean;
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
  const { paint, width } = look;
  const { id, checks } = report;
  const folder = `exercises/${id}`;
  const entry = `${slugOf(id)}.ts`;
  const untouched = checks.find((check) => check.untouched)?.untouched;
  return [
    `${paint("bold", id)}  ${paint("dim", `${folder}/${entry}`)}`,
    "",
    ...(untouched ? [...wrap(firstSteps(folder, entry, untouched), width - 2).map(indent(2)), ""] : []),
    ...withoutLastBlank(linesOfChecks(report, look).flat()),
    "",
    ...summaryLines(report, look).map(indent(2)),
  ];
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
    return [look.timelines ? timelineOf(check, inner) : [], printedBy(check, CONSOLE.passed, look)];
  if (state === "not-run") return [feedback.map((line) => paint("dim", line))];
  if (state === "fault") {
    const claim = "This is not your fault: the check could not be run, and says nothing about your code.";
    return [[...wrap(claim, inner.width).map((line) => paint("yellow", line)), ...feedback]];
  }
  const first = said.size === 0;
  // A picture for each mistake, not for each check that it fails: six timelines of one mistake bury it.
  const pictured =
    look.timelines || first || (verdict.misconception !== undefined && !said.has(verdict.misconception));
  said.add("a failure");
  return [
    feedback.map((line) => paint("red", line)),
    misconceptionOf(check, id, inner, said),
    inputOf(check, inner),
    ...(pictured ? [timelineOf(check, inner)] : []),
    placeOf(check, id, inner, said),
    ...(pictured ? [printedBy(check, first ? CONSOLE.first : CONSOLE.failed, look)] : []),
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
  const text = `${found.explanation}\n${found.advice}`;
  return [paint("bold", found.title), ...paragraph(text, width - 2).map(indent(2))];
}

function inputOf({ verdict }: CheckReport, { width }: Look): string[] {
  const input = verdict.trace?.input;
  return input === undefined ? [] : paragraph(`Seen with: ${show(input, 300)}`, width);
}

function timelineOf({ verdict, ghost }: CheckReport, { width, colour }: Look): string[] {
  if (!verdict.trace) return [];
  return timelineText(layout(verdict.trace, ghost, verdict.feedback), { width, colour })
    .trimEnd()
    .split("\n");
}

/** The student's line. Where it is shown already its place will do. */
function placeOf({ verdict }: CheckReport, id: string, { width, paint, root }: Look, said: Said): string[] {
  const { where, outcome } = verdict;
  if (!where) return [];
  const file = `exercises/${id}/${where.file ?? `${slugOf(id)}.ts`}`;
  const ran = outcome !== "compile-error" && outcome !== "forbidden";
  const heading = `${ran ? "Thrown at " : ""}${paint("cyan", printable(`${file}:${where.line}:${where.column}`))}`;
  if (said.has(heading)) return [`${heading} (shown above)`];
  said.add(heading);
  return [heading, ...codeFrame(join(root, file), where, width, paint)];
}

function printedBy({ verdict }: CheckReport, most: number, { paint }: Look): string[] {
  return consoleLines(verdict.trace?.console ?? [], most, paint);
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
