// canvas.csv: what Canvas imports under Grades, Import. An exercise is an assignment; one that Canvas does not know it makes.

import { numberOf } from "../lib/exercise-ids.ts";
import type { ClassReport, ReportStudent } from "./class-report.ts";
import { csvLine, decimal } from "./csv-text.ts";
import type { Format } from "./formats.ts";
import { writeReport } from "./write-report.ts";

export const canvas: Format = {
  name: "canvas",
  about: "to import into Canvas's gradebook; give a --roster with Canvas's ids",
  files: ["canvas.csv"],
  write: (report, folder) => writeReport(folder, "canvas.csv", canvasText(report)),
};

/** Canvas finds a student by ID, SIS User ID, SIS Login ID or name, in this order, and wants all of the columns. */
export function* canvasText(report: ClassReport): Generator<string> {
  const titles = report.exercises.map(({ id, title }) => `${numberOf(id)} ${title}`);
  yield csvLine(["Student", "ID", "SIS User ID", "SIS Login ID", "Section", ...titles]);
  const points = report.exercises.map(({ maxScore }) => decimal(maxScore));
  yield csvLine(["    Points Possible", "", "", "", "", ...points]);
  for (const student of report.students()) {
    const scores = new Map(student.exercises.map(({ id, score }) => [id, afterLateness(student, score)]));
    yield csvLine([...identity(student), ...report.exercises.map(({ id }) => decimal(scores.get(id) ?? 0))]);
  }
}

function identity({ id, person }: ReportStudent): (string | undefined)[] {
  const lms = new Map(Object.entries(person?.lms ?? {}).map(([name, value]) => [bare(name), value]));
  const first = (...names: string[]) =>
    names.map((name) => lms.get(name)).find((value) => value !== undefined);
  return [
    person?.name ?? id,
    first("canvasid", "canvas"),
    first("sisuserid", "sisid"),
    first("sisloginid", "login", "loginid"),
    person?.section,
  ];
}

function bare(name: string): string {
  return name.toLowerCase().replace(/[^a-z]/g, "");
}

/** The share of an exercise's points that lateness leaves. */
function afterLateness({ score: whole, mark }: ReportStudent, score: number): number {
  return whole > 0 ? (score * mark) / whole : score;
}
