// moodle.csv: the teacher's own worksheet with grades and feedback in it, to upload into the assignment again.

import { numberOf } from "../../lib/exercise-ids.ts";
import type { ClassReport, ReportExerciseResult, ReportStudent } from "../class-report.ts";
import { decisionWords } from "../decisions/decision.ts";
import { hasGraderError } from "../results.ts";
import { lateWords } from "../roster/late.ts";
import { decimal } from "./csv-text.ts";
import { type HandedIn, matchRows } from "./moodle/match-rows.ts";
import type { Filling, Row, Worksheet } from "./moodle/worksheet.ts";
import { writeReport } from "./write-report.ts";

export const moodleFile = "moodle.csv";

/** What the teacher is told about it. */
export interface Filled {
  /** How many rows were filled in. */
  count: number;
  /** Rows that stay as they are, since nobody handed in anything that is theirs. */
  rowsLeft: string[];
  /** Submissions without a row. */
  withoutRow: string[];
  /** Rows that Moodle says may not be changed. */
  locked: string[];
  /** Submissions without a mark, since a grader failed. */
  unmarked: string[];
  /** `150 → 100` for points that were scaled; undefined where they are as they are. */
  scaled?: string;
  warnings: string[];
}

/** Writes the worksheet, filled in, into `folder` (absolute). Rejects as `writeReport` does. */
export async function writeMoodle(
  report: ClassReport,
  worksheet: Worksheet,
  folder: string,
): Promise<Filled> {
  const { fillings, told } = fill(report, worksheet);
  await writeReport(folder, moodleFile, worksheet.filled(fillings));
  return told;
}

/** What goes into which row. */
export function fill(
  report: ClassReport,
  worksheet: Worksheet,
): { fillings: Map<Row, Filling>; told: Filled } {
  const handedIn = Array.from(marked(report), whose);
  const { rows, notes } = matchRows(handedIn, worksheet.rows);
  const told: Filled = { count: 0, rowsLeft: [], withoutRow: [], locked: [], unmarked: [], warnings: notes };
  const fillings = new Map<Row, Filling>();
  const scales = new Set<string>();
  for (const student of marked(report)) {
    const row = rows.get(student.id);
    if (!row) told.withoutRow.push(student.id);
    else if (hasGraderError(student) || student.excused) told.unmarked.push(student.id);
    else if (isLocked(row)) told.locked.push(row.id);
    else {
      const { grade, scale } = scaled(student.mark, report.maxMark, row.cell("maximum"));
      fillings.set(row, { grade, feedback: feedbackText(report, student) });
      if (scale) scales.add(scale);
    }
  }
  const theirs = new Set(rows.values());
  told.rowsLeft = worksheet.rows.filter((row) => !theirs.has(row)).map(({ id }) => id);
  told.count = fillings.size;
  if (scales.size > 0) told.scaled = [...scales].join(", ");
  return { fillings, told };
}

/** Who handed in nothing has a mark where one was decided. */
function* marked(report: ClassReport): Generator<ReportStudent> {
  yield* report.students();
  yield* report.absent.filter(({ absent }) => absent!.marked);
}

/** Without the results, which a large class has no room for. */
function whose({ exercises: _, ...rest }: ReportStudent): HandedIn {
  return rest;
}

function isLocked(row: Row): boolean {
  return /^no$/i.test(row.cell("changeable"));
}

/** The mark on the assignment's own scale, in the notation of its maximum: `100.00`, or `100,00`. */
function scaled(mark: number, maxScore: number, maximum: string): { grade: string; scale?: string } {
  const most = /^\d+(?:[.,]\d+)?$/.test(maximum) ? Number(maximum.replace(",", ".")) : undefined;
  const same = most === undefined || most === maxScore || maxScore === 0;
  const grade = decimal(same ? mark : (mark / maxScore) * most);
  return {
    grade: maximum.includes(",") && most !== undefined ? grade.replace(".", ",") : grade,
    ...(!same && { scale: `${maxScore} → ${most}` }),
  };
}

/** Plain text that also reads where line ends are lost, as they are in HTML. */
export function feedbackText(report: ClassReport, student: ReportStudent): string {
  const { score, maxScore, mark, late, exercises } = student;
  const titles = new Map(report.exercises.map(({ id, title }) => [id, title]));
  const lateness =
    late && mark !== score ? ` Late by ${lateWords(late).replace(/ late$/, "")}: ${mark} are left.` : "";
  const lines = exercises.map(
    (each) => `${numberOf(each.id)} ${titles.get(each.id) ?? each.id}: ${said(each)}.`,
  );
  const notes = [
    ...(student.decisions ?? []).map((decision) => `${capital(decisionWords(decision))}.`),
    ...(student.remarks ?? []).map(({ text }) => text),
  ];
  return [`${score} of ${maxScore} points.${lateness}`, ...notes, ...lines].join("\n");
}

function said({ score, maxScore, outcome, checks }: ReportExerciseResult): string {
  const points = `${score} of ${maxScore}`;
  if (outcome === "missing") return `${points}, not handed in`;
  const failed = checks.find((check) => check.outcome !== "passed");
  return failed ? `${points}, not passed: ${failed.title}` : points;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
