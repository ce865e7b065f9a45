// What the terminal shows when a class is graded.

import { numberOf } from "../../lib/exercise-ids.ts";
import { listed } from "../../lib/listed.ts";
import { type Output, painter, shownLine, shownName, widthOf, wrap } from "../../lib/terminal.ts";
import type { ClassReport, ReportStudent } from "../class-report.ts";
import { decisionWords } from "../decisions/decision.ts";
import type { Worksheet } from "../reports/moodle/worksheet.ts";
import type { Filled } from "../reports/moodle.ts";
import { lateWords } from "../roster/late.ts";
import { Overview } from "./overview.ts";
import { Standouts, type Titles } from "./summary.ts";
import { resultsTable } from "./table.ts";

/** More students than this have no row each in a terminal. */
export const tableAtMost = 40;
const namesAtMost = 8;

export interface Shown {
  /** Without a line end at the end; empty where there is nothing to show. */
  lines: string[];
  /** Whether a grader failed on any of them. */
  graderFailed: boolean;
  count: number;
}

/** The class as a terminal shows it. Reads one student at a time. */
export function shownClass(report: ClassReport, titles: Titles, stdout: Output): Shown {
  const first: ReportStudent[] = [];
  const late: string[] = [];
  const decided: string[] = [];
  const typed: string[] = [];
  const [standouts, overview] = [new Standouts(), new Overview()];
  let [count, lateCount, typedCount] = [0, 0, 0];
  for (const student of report.students()) {
    count++;
    standouts.add(student);
    overview.add(student);
    if (student.late && ++lateCount <= namesAtMost) late.push(lateText(student));
    const types = typesText(student);
    if (types && ++typedCount <= namesAtMost) typed.push(types);
    if (student.decisions && decided.length < namesAtMost) decided.push(decidedText(student));
    if (first.length <= tableAtMost) first.push(student);
  }
  for (const student of report.absent)
    if (student.decisions && decided.length < namesAtMost) decided.push(decidedText(student));
  const [width, paint] = [widthOf(stdout), painter(stdout)];
  const whole = count <= tableAtMost ? resultsTable(first, width, paint) : overview.lines(paint);
  const rest = lateCount > late.length ? ` and ${lateCount - late.length} more` : "";
  const hints = [
    ...standouts.lines(titles),
    ...(lateCount > 0 ? [`Late: ${late.join(", ")}${rest}`] : []),
    ...(decided.length > 0 ? [`Decided: ${decided.join("; ")}`] : []),
    ...(report.typesCost === undefined ? [] : [typesLine(typed, typedCount, report.typesCost)]),
    ...unmatchedLines(report),
  ].flatMap((line) => hanging(line, width));
  return {
    lines: [...(count > 0 ? ["", ...whole] : []), ...(hints.length > 0 ? ["", ...hints] : [])],
    graderFailed: standouts.graderFailed,
    count,
  };
}

function lateText({ id, late, score, mark }: ReportStudent): string {
  const days = lateWords(late!).replace(/ late$/, "");
  return `${shownName(id)} ${days}${late!.percent > 0 ? `, ${score} → ${mark}` : ""}`;
}

/** `ada 03 (2), 05 (1)`; undefined where there are none. */
function typesText({ id, exercises }: ReportStudent): string | undefined {
  const counts = exercises.flatMap(({ id, types }) => (types ? [`${numberOf(id)} (${types.count})`] : []));
  return counts.length > 0 ? `${shownName(id)} ${counts.join(", ")}` : undefined;
}

function typesLine(shown: readonly string[], count: number, cost: number): string {
  if (count === 0) return "Type errors: none";
  const rest = count > shown.length ? ` and ${count - shown.length} more` : "";
  const off = cost > 0 ? `they take ${cost} % off an exercise's points` : "they change no mark";
  return `Type errors (${off}): ${shown.join("; ")}${rest}`;
}

function decidedText({ id, score, mark, excused, absent, decisions = [] }: ReportStudent): string {
  const unmarked = absent && !absent.marked;
  const outcome = excused
    ? "excused"
    : unmarked
      ? "no mark"
      : score === mark
        ? `${mark}`
        : `${score} → ${mark}`;
  return `${shownName(id)} ${outcome}: ${shownLine(decisions.map(decisionWords).join(", "))}`;
}

/** Where there are submissions that are nobody's, one of them may be theirs. */
function nothingKnown(nobodys: readonly string[]): string {
  return nobodys.length > 0
    ? "On the roster, and nothing that was handed in is known to be theirs"
    : "On the roster, and handed in nothing";
}

function unmatchedLines({ unmatched }: ClassReport): string[] {
  const { roster, submissions } = unmatched;
  return [
    ...(roster.length > 0 ? [`${nothingKnown(submissions)}: ${namesOf(roster.map(({ id }) => id))}`] : []),
    ...(submissions.length > 0 ? [`Handed in, and not on the roster: ${namesOf(submissions)}`] : []),
  ];
}

/** What became of a Moodle worksheet. */
export function moodleLines(filled: Filled, worksheet: Worksheet, width: number): string[] {
  const { count, scaled, rowsLeft, withoutRow, locked, unmarked, warnings } = filled;
  const named = (what: string, ids: readonly string[]) =>
    ids.length > 0 ? [`${what}: ${namesOf(ids)}`] : [];
  return [
    `Moodle's worksheet: ${count} of ${worksheet.rows.length} rows filled in${scaled ? `, points scaled ${scaled}` : ""}.`,
    ...(worksheet.has("feedback")
      ? []
      : [
          'It has no column "Feedback comments", so there is no feedback in it (--moodle-columns feedback=…).',
        ]),
    ...(worksheet.has("maximum")
      ? []
      : ['It has no column "Maximum Grade", so points are not scaled (--moodle-columns maximum=…).']),
    ...warnings.map(shownLine),
    ...named("In the worksheet, left as they are, since nothing is handed in", rowsLeft),
    ...named("Handed in, and not in the worksheet", withoutRow),
    ...named("Left as they are, since Moodle says that they cannot be changed", locked),
    ...named("Left as they are, since a grader failed or they are excused", unmarked),
  ].flatMap((line) => hanging(line, width));
}

/** The first few names, safe to print, and how many more there are. */
export function namesOf(ids: readonly string[]): string {
  return listed(ids.map((id) => shownName(id)));
}

/** A line wrapped so that what follows is indented more than it. */
function hanging(line: string, width: number): string[] {
  const margin = /^ */.exec(line)![0];
  const [first, ...rest] = wrap(line.slice(margin.length), width - margin.length - 2);
  return [margin + first, ...rest.map((each) => `${margin}  ${each}`)];
}
