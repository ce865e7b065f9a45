// canvas.csv: what Canvas imports under Grades, Import. An exercise is an assignment; one that Canvas does not know it makes.

import { numberOf } from "../../lib/exercise-ids.ts";
import type { ClassReport, ReportStudent } from "../class-report.ts";
import { bare, numbersOf } from "../identity/columns.ts";
import { listed } from "../identity/matching.ts";
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
  const titles = report.exercises.map(({ id, title }) => `${numberOf(id)} ${title}`);
  yield csvLine(["Student", "ID", "SIS User ID", "SIS Login ID", "Section", ...titles]);
  const points = report.exercises.map(({ maxScore }) => decimal(maxScore));
  yield csvLine(["    Points Possible", "", "", "", "", ...points]);
  const unsure = twice(report);
  for (const student of report.students()) {
    const identity = identityOf(student);
    if (!identity || keysOf(identity).some((key) => unsure.has(key))) continue;
    const { id, person, called } = student;
    const scores = new Map(student.exercises.map(({ id, score }) => [id, afterLateness(student, score)]));
    yield csvLine([
      person?.name ?? called ?? id,
      identity.id,
      identity.sisUser,
      identity.sisLogin,
      person?.section,
      ...report.exercises.map(({ id }) => decimal(scores.get(id) ?? 0)),
    ]);
  }
}

function canvasNotes(report: ClassReport): string[] {
  const unsure = twice(report);
  const without: string[] = [];
  const double: string[] = [];
  for (const student of report.students()) {
    const identity = identityOf(student);
    if (!identity) without.push(student.id);
    else if (keysOf(identity).some((key) => unsure.has(key))) double.push(student.id);
  }
  return [
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

/** Ids that more than one submission has. */
function twice(report: ClassReport): Set<string> {
  const seen = new Set<string>();
  const again = new Set<string>();
  for (const student of report.students()) {
    for (const key of keysOf(identityOf(student) ?? {})) {
      if (seen.has(key)) again.add(key);
      seen.add(key);
    }
  }
  return again;
}

/** The share of an exercise's points that lateness leaves. */
function afterLateness({ score: whole, mark }: ReportStudent, score: number): number {
  return whole > 0 ? (score * mark) / whole : score;
}
