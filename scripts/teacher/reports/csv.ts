// grades.csv (a row a student, a column an exercise) and details.csv (a row a check), for spreadsheets.
import { numberOf } from "../../lib/exercise-ids.ts";
import type { ClassReport, ReportStudent } from "../class-report.ts";
import { decisionWords, toldPoints } from "../decisions/decision.ts";
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
  const { exercises } = report;
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
  for (const student of all(report)) {
    const { id, person, mark, score, maxScore, late, excused, absent, decisions = [] } = student;
    const scores = new Map(student.exercises.map((each) => [each.id, toldPoints(student, each)]));
    const unmarked = absent && !absent.marked;
    const { name, email, section } = person ?? {};
    const about = [id, name, email, section, excused || unmarked ? undefined : mark, score, maxScore];
    const words = decisions.map(decisionWords);
    if (absent) words.unshift("nothing handed in that is known to be theirs");
    const when = [late?.submitted ?? person?.submitted, late?.days, words.join("; ")];
    const types = student.exercises.reduce((sum, { types }) => sum + (types?.count ?? 0), 0);
    const points = exercises.map((exercise) => scores.get(exercise.id));
    yield csvLine([...about, ...when, ...typed.map(() => (absent ? undefined : types)), ...points]);
  }
}

function* all(report: ClassReport): Generator<ReportStudent> {
  yield* report.students();
  yield* report.absent;
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
