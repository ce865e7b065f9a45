// A graded class as its reports see it: what was graded, by whose row of the roster, what was decided, and how late.
import { dirname } from "node:path";
import { similarNames } from "../../lib/similar-names.ts";
import type { ClassReport, ReportExerciseResult, ReportStudent } from "../class-report.ts";
import type { Decisions } from "../decisions/decision.ts";
import { movedLines } from "../gradebook/changes.ts";
import type { Gradebook } from "../gradebook/gradebook.ts";
import { studentsOf } from "../gradebook/read.ts";
import type { SubmissionReader } from "../intake/submissions.ts";
import type { Remark } from "../remarks.ts";
import { matchRows } from "../reports/moodle/match-rows.ts";
import type { Worksheet } from "../reports/moodle/worksheet.ts";
import { reportExercises } from "../reports/report-exercises.ts";
import type { Roster } from "../roster/read-roster.ts";
import { writtenTime } from "../roster/written-time.ts";
import { absentIn } from "./absent.ts";
import { type Class, lineKey } from "./grading.ts";

const ROOT = dirname(dirname(dirname(import.meta.dirname)));

export function reportOf(
  gradebook: Gradebook,
  { run, graders, handIns, readers, remarks, columns, decisions, attempts, types, lines }: Class,
): ClassReport {
  const moved = movedLines(gradebook, run.number);
  const { graders: hash, seed, sandbox } = run.options;
  const owners = new Map(readers.map((reader) => [reader.id, ownerOf(reader, attempts)]));
  const exercises = reportExercises(graders, ROOT);
  const said = Map.groupBy(remarks.sorted, ({ id }) => id);
  return {
    graders: hash,
    seed,
    ...(handIns.due !== undefined && { due: handIns.due }),
    sandbox,
    remarks: remarks.sorted,
    moved,
    ...(columns && { canvasColumns: columns }),
    exercises,
    maxMark: decisions.maxMark(exercises),
    ...(types && { typesCost: types.cost }),
    decisions: decisions.all.filter(({ kind }) => kind === "weight"),
    *students() {
      for (const { submitted: _, ...student } of studentsOf(gradebook, run.number)) {
        const [person, late] = [handIns.person(student.id), handIns.late(student.id)];
        const theirs = decisions.of(student.id, person);
        const { mark, excused } = decisions.mark(student.exercises, theirs, late);
        yield {
          ...student,
          exercises: student.exercises.map((exercise) => withLines(student.id, exercise, lines)),
          mark,
          ...(theirs.length > 0 && { decisions: theirs }),
          ...(excused && { excused }),
          ...owners.get(student.id),
          ...(person && { person }),
          ...(late && { late }),
          ...(said.has(student.id) && { remarks: said.get(student.id)! }),
        };
      }
    },
    unmatched: handIns.unmatched,
    absent: absentIn(handIns.unmatched.roster, new Set(readers.map(({ id }) => id)), graders, decisions),
  };
}

function withLines(id: string, exercise: ReportExerciseResult, all: Class["lines"]): ReportExerciseResult {
  const checks = exercise.checks.map((check) => {
    const lines = all.get(lineKey(id, exercise.id, check.id));
    return lines ? { ...check, lines } : check;
  });
  return { ...exercise, checks };
}

function ownerOf(
  { shared, called, number, attempts = [] }: SubmissionReader,
  counts: "best" | "last",
): Partial<ReportStudent> {
  return {
    ...(attempts.length > 1 && { attempts: { count: attempts.length, counts } }),
    ...(shared !== undefined && { shared }),
    ...(called !== undefined && { called }),
    ...(number && { number }),
  };
}

/** Decisions about nobody: a slip in an id would be a mark that never changes. */
export function strangersIn(
  decisions: Decisions,
  readers: readonly SubmissionReader[],
  roster?: Roster,
): Remark[] {
  const known = new Set([...readers, ...(roster?.entries ?? [])].map(({ id }) => id));
  return decisions.strangers(known).map((id) => {
    const meant = similarNames(id, [], [...known]);
    const question = meant.length > 0 ? ` Did you mean ${meant.join(" or ")}?` : "";
    return { text: `decided about "${id}", and nobody here is called so.${question}` };
  });
}

/** When Moodle's worksheet says that each was handed in. */
export function listedTimes(worksheet: Worksheet | undefined, readers: readonly SubmissionReader[]) {
  if (!worksheet?.has("submitted")) return {};
  const { rows } = matchRows(readers, worksheet.rows);
  const times = Array.from(rows, ([id, row]) => [id, writtenTime(row.cell("submitted"))] as const);
  return { listed: new Map(times.filter((each): each is [string, string] => each[1] !== undefined)) };
}
