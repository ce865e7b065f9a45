// grades.csv (a row a student, a column an exercise) and details.csv (a row a check), for spreadsheets.
import { numberOf } from "../../lib/exercise-ids.ts";
import type { ClassReport, ReportStudent } from "../class-report.ts";
import { decidedPoints, decisionWords } from "../decisions/decision.ts";
import { csvLine } from "./csv-text.ts";
import type { Format } from "./formats.ts";
import { writeReport } from "./write-report.ts";

export const csv: Format = {
  name: "csv",
  about: "for spreadsheets: a row a student, and a row a check",
  files: ["grades.csv", "details.csv"],
  async write(report, folder) {
    await writeReport(folder, "grades.csv", gradesText(report));
    await writeReport(folder, "details.csv", detailsText(report));
  },
};

/** Without it Excel takes UTF-8 for the system's own encoding. */
const bom = "\uFEFF";

export function* gradesText(report: ClassReport): Generator<string> {
  const { exercises, unmatched } = report;
  const columns = [
    "id",
    "name",
    "email",
    "section",
    "mark",
    "score",
    "max score",
    "submitted",
    "late days",
    "decided",
  ];
  // Only where they were looked for: then 0 says that there are none.
  const typed = report.typesCost === undefined ? [] : ["type errors"];
  yield bom + csvLine([...columns, ...typed, ...exercises.map(({ id }) => id)]);
  const ids = new Set<string>();
  for (const student of report.students()) {
    ids.add(student.id);
    const { id, person, mark, score, maxScore, late, excused, decisions = [] } = student;
    const scores = new Map(student.exercises.map((each) => [each.id, decidedPoints(decisions, each)]));
    const about = [
      id,
      person?.name,
      person?.email,
      person?.section,
      excused ? undefined : mark,
      score,
      maxScore,
    ];
    const when = [late?.submitted ?? person?.submitted, late?.days, decisions.map(decisionWords).join("; ")];
    const types = student.exercises.reduce((sum, { types }) => sum + (types?.count ?? 0), 0);
    const points = exercises.map((exercise) => scores.get(exercise.id));
    yield csvLine([...about, ...when, ...typed.map(() => types), ...points]);
  }
  // Who handed in nothing has no mark yet, and is in the class all the same; who is called as a submission may be its.
  for (const { id, name, email, section, submitted } of unmatched.roster)
    if (!ids.has(id)) {
      const about = [id, name, email, section, undefined, 0, maxOf(report), submitted, undefined];
      const rest = [...typed, ...exercises].map(() => undefined);
      yield csvLine([...about, "handed in nothing", ...rest]);
    }
}

function maxOf({ exercises }: ClassReport): number {
  return exercises.reduce((sum, { maxScore }) => sum + maxScore, 0);
}

export function* detailsText(report: ClassReport): Generator<string> {
  const about = ["id", "name", "exercise", "check", "outcome", "score", "max score"];
  yield bom + csvLine([...about, "misconception", "virtual ms", "feedback"]);
  for (const student of report.students()) yield* detailsOf(student);
}

function* detailsOf({ id, person, exercises }: ReportStudent): Generator<string> {
  for (const exercise of exercises) {
    for (const [index, check] of exercise.checks.entries()) {
      const { title, outcome, score, maxScore, misconception, virtualMs, feedback } = check;
      // `03.2 title`: in the exercise's own order also after sorting.
      const name = `${numberOf(exercise.id)}.${index + 1} ${title}`;
      const verdict = [outcome, score, maxScore, misconception, virtualMs, feedback];
      yield csvLine([id, person?.name, exercise.id, name, ...verdict]);
    }
  }
}
