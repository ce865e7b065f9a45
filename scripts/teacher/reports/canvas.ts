// canvas.csv: what Canvas imports under Grades, Import. An exercise is an assignment; one that Canvas does not know it makes.

import { numberOf } from "../../lib/exercise-ids.ts";
import { listed } from "../../lib/listed.ts";
import type { ClassReport, ReportStudent } from "../class-report.ts";
import { type Decision, isExcused, toldPoints } from "../decisions/decision.ts";
import { bare, numbersOf } from "../identity/columns.ts";
import { hasGraderError } from "../results.ts";
import { markOf } from "../roster/late.ts";
import { csvLine, decimal } from "./csv-text.ts";
import type { Format } from "./formats.ts";
import { writeReport } from "./write-report.ts";

export const canvas: Format = {
  name: "canvas",
  about: "to import into Canvas's gradebook; give a --roster with Canvas's ids",
  files: ["canvas.csv"],
  write: (report, folder) => writeReport(folder, "canvas.csv", canvasText(report)),
  notes: canvasNotes,
};

interface Identity {
  id?: string | undefined;
  sisUser?: string | undefined;
  sisLogin?: string | undefined;
}

/**
 * Canvas finds a student by ID, SIS User ID, SIS Login ID or name, in this order, and wants all of the columns. By a name
 * alone it may find another of that name, so who has no id gets no row.
 */
export function* canvasText(report: ClassReport): Generator<string> {
  const columns = columnsOf(report);
  yield csvLine([
    "Student",
    "ID",
    "SIS User ID",
    "SIS Login ID",
    "Section",
    ...columns.map(({ title }) => title),
  ]);
  yield csvLine(["    Points Possible", "", "", "", "", ...columns.map(({ points }) => decimal(points))]);
  const { without, double } = leftOut(report);
  const omitted = new Set([...without, ...double]);
  for (const student of allOf(report)) {
    const { id, person, called } = student;
    if (omitted.has(id)) continue;
    const { id: number, sisUser, sisLogin } = identityOf(student)!;
    const who = [person?.name ?? called ?? id, number, sisUser, sisLogin, person?.section];
    yield csvLine([...who, ...columns.map(({ mark }) => mark(student))]);
  }
}

/** As Canvas writes it, and reads it. */
const excused = "EX";

interface Column {
  title: string;
  points: number;
  /** Empty where Canvas is to leave what it has. */
  mark(student: ReportStudent): string;
}

/** A column for each exercise; or Canvas' own, as the teacher said. */
function columnsOf({ exercises, canvasColumns, maxMark: most }: ClassReport): Column[] {
  const ofExercise = (id: string, maxScore: number, title: string, points = maxScore): Column => ({
    title,
    points,
    mark: (student) => {
      const result = student.exercises.find((each) => each.id === id);
      if (result && isExcused(student.decisions ?? [], id)) return excused;
      const decided = result && toldPoints(student, result);
      if (student.absent && decided === undefined) return "";
      return told(student, scaled(afterLateness(student, decided ?? 0), maxScore, points));
    },
  });
  if (!canvasColumns)
    return exercises.map(({ id, title, maxScore }) => ofExercise(id, maxScore, `${numberOf(id)} ${title}`));
  return canvasColumns.map(({ title, exercise, points }) => {
    const one = exercises.find(({ id }) => id === exercise);
    if (one) return ofExercise(one.id, one.maxScore, title, points);
    const worth = points ?? most;
    return { title, points: worth, mark: (student) => told(student, scaled(student.mark, most, worth)) };
  });
}

/** Nothing is written for whom a grader failed on: a mark that is none. */
function told(student: ReportStudent, mark: number): string {
  if (student.excused) return excused;
  return hasGraderError(student) ? "" : decimal(mark);
}

function scaled(mark: number, from: number, to: number): number {
  return from === 0 || from === to ? mark : (mark * to) / from;
}

function canvasNotes(report: ClassReport): string[] {
  const { without, double, decided } = leftOut(report);
  return [
    ...(decided.length > 0 && !report.canvasColumns
      ? [
          `canvas.csv has a column for each exercise, and none for the marks that were decided: ${listed(decided)}. Give --canvas-column, or put them in yourself.`,
        ]
      : []),
    ...(without.length > 0
      ? [
          `not in canvas.csv, since nothing says which id Canvas has for them: ${listed(without)}. Give Canvas' exported gradebook as --roster.`,
        ]
      : []),
    ...(double.length > 0
      ? [`not in canvas.csv, since several have one id of Canvas': ${listed(double)}`]
      : []),
  ];
}

/** From one source alone, so that no part of it can point at another: Canvas' number, else what the roster has of SIS. */
function identityOf({ number, person }: ReportStudent): Identity | undefined {
  const lms = new Map(Object.entries(person?.lms ?? {}).map(([name, value]) => [bare(name), value]));
  const first = (...names: string[]) =>
    names.map((name) => lms.get(name)).find((value) => value !== undefined);
  const ofRoster: Identity = {
    id: person && numbersOf(person.lms).canvas,
    sisUser: first("sisuserid", "sisid"),
    sisLogin: first("sisloginid", "login", "loginid"),
  };
  const own = number?.platform === "canvas" ? number.value : undefined;
  if (own !== undefined && own !== ofRoster.id) return { id: own };
  return Object.values(ofRoster).some((value) => value !== undefined) ? ofRoster : undefined;
}

function keysOf(identity: Identity): string[] {
  return Object.entries(identity).flatMap(([key, value]) => (value === undefined ? [] : [`${key} ${value}`]));
}

/** Who gets no row, by their ids: nothing says which id Canvas has for them, or several have one. */
interface LeftOut {
  without: string[];
  double: string[];
  /** Not these: whose mark is decided, above all exercises. */
  decided: string[];
}

const known = new WeakMap<ClassReport, LeftOut>();

/**
 * Those on the roster alone, too, if something was decided about them: a row without a mark tells Canvas nothing, and where a
 * submission is nobody's it may be theirs.
 */
function* allOf(report: ClassReport): Generator<ReportStudent> {
  yield* report.students();
  yield* report.absent.filter(({ absent, excused }) => excused || absent!.marked);
}

/** The class is read for it once, whoever asks. */
function leftOut(report: ClassReport): LeftOut {
  const found = known.get(report) ?? findLeftOut(report);
  known.set(report, found);
  return found;
}

function findLeftOut(report: ClassReport): LeftOut {
  const all = Array.from(allOf(report), (student) => {
    const { id, decisions = [] } = student;
    return {
      id,
      keys: keysOf(identityOf(student) ?? {}),
      decided: decisions.some(isMark),
    };
  });
  const holders = Map.groupBy(
    all.flatMap(({ keys }) => keys),
    (key) => key,
  );
  return {
    without: all.filter(({ keys }) => keys.length === 0).map(({ id }) => id),
    decided: all.filter(({ decided }) => decided).map(({ id }) => id),
    double: all.filter(({ keys }) => keys.some((key) => holders.get(key)!.length > 1)).map(({ id }) => id),
  };
}

function isMark({ kind, exercise }: Decision): boolean {
  return kind === "mark" && exercise === "";
}

/** The part of an exercise's points that lateness leaves. */
function afterLateness({ late }: ReportStudent, score: number): number {
  return markOf(score, late);
}
