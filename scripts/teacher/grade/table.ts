// The table at the end: a row for each submission, a column for each exercise, as wide as the terminal lets it be.
import type { CheckOutcome } from "../../../graders/engine/types.ts";
import { beltOf, belts } from "../../lib/belts.ts";
import { numberOf, shortList } from "../../lib/exercise-ids.ts";
import { columnsOf, type Paint, padded, shownName, wrap } from "../../lib/terminal.ts";
import { markedOutcome, marks } from "../marks.ts";
import type { ExerciseResult, SubmissionResult } from "../results.ts";
import { percentOf } from "../rounding.ts";

/** Some exercises under one heading. */
interface Column {
  heading: string;
  ids: string[];
}

interface Layout {
  columns: Column[];
  /** Blanks between columns. */
  gap: number;
  note?: string;
}

const narrowestName = 12;
const widestName = 40;
/** The table with its legend and notes: lines of at most `width` columns. */
export function resultsTable(
  submissions: readonly SubmissionResult[],
  width: number,
  paint: Paint,
): string[] {
  const untouched = untouchedIds(submissions);
  const ids = (submissions[0]?.exercises ?? []).map(({ id }) => id).filter((id) => !untouched.includes(id));
  const layout = layoutFor(ids, longestName(submissions), width, submissions);
  const notes = [
    layout.note,
    untouched.length > 0 && `Left out, since nobody handed them in: ${shortList(untouched)}.`,
  ];
  const below = [
    ...legend(submissions, layout, width, paint),
    ...notes.filter((note) => typeof note === "string").flatMap((note) => wrap(note, width)),
  ];
  return [...draw(submissions, layout, width, paint), ...(below.length > 0 ? ["", ...below] : [])];
}

/** Exercises that no submission holds say nothing in a table of submissions, unless there would be no column left. */
function untouchedIds(submissions: readonly SubmissionResult[]): string[] {
  const ids = (submissions[0]?.exercises ?? []).map(({ id }) => id);
  const untouched = ids.filter((_, index) =>
    submissions.every(({ exercises }) => exercises[index]!.outcome === "missing"),
  );
  return untouched.length === ids.length ? [] : untouched;
}

/** The most telling layout that fits: exercises, else belts, else no columns but the total. */
function layoutFor(
  ids: string[],
  name: number,
  width: number,
  submissions: readonly SubmissionResult[],
): Layout {
  const single = ids.map((id) => ({ heading: numberOf(id), ids: [id] }));
  const grouped = belts
    .map(({ name, first }) => ({ heading: name, ids: ids.filter((id) => beltOf(id)?.first === first) }))
    .filter((column) => column.ids.length > 0);
  const where = "the terminal is too narrow for a column each; results.json has all of them.";
  const candidates: Layout[] = [
    { columns: single, gap: 2 },
    { columns: single, gap: 1 },
    { columns: grouped, gap: 2, note: `Belts, not exercises: ${where}` },
    { columns: grouped, gap: 1, note: `Belts, not exercises: ${where}` },
  ];
  const totals = { columns: [], gap: 2, note: `Exercises are left out: ${where}` };
  const fits = (layout: Layout) => nameRoom(layout, width, submissions) >= Math.min(name, narrowestName);
  return candidates.find(fits) ?? totals;
}

/** Columns that the other columns leave for the names. */
function nameRoom({ columns, gap }: Layout, width: number, submissions: readonly SubmissionResult[]): number {
  const cells = columns.map(({ heading, ids }) => Math.max(heading.length, ids.length > 1 ? 3 : 2) + gap);
  return width - cells.reduce((sum, cell) => sum + cell, 0) - totalsWidth(submissions);
}

function longestName(submissions: readonly SubmissionResult[]): number {
  return Math.max("submission".length, ...submissions.map(({ id }) => columnsOf(shownName(id, widestName))));
}

function totalsWidth(submissions: readonly SubmissionResult[]): number {
  const points = submissions.map((each) => pointsOf(each).length);
  return Math.max("points".length, ...points) + 2 + "100".length + 2;
}

function draw(
  submissions: readonly SubmissionResult[],
  layout: Layout,
  width: number,
  paint: Paint,
): string[] {
  const { columns, gap } = layout;
  const room = Math.max(Math.min(nameRoom(layout, width, submissions), widestName), 4);
  const name = Math.min(longestName(submissions), room);
  const headings = [...columns.map(({ heading }) => heading), "points", "%"];
  const rows = submissions.map((submission) => ({
    name: shownName(submission.id, name),
    cells: [
      ...columns.map((column) => cell(exercisesOf(submission, column), paint)),
      pointsOf(submission),
      percentText(submission),
    ],
  }));
  const widths = headings.map((heading, index) =>
    Math.max(heading.length, ...rows.map(({ cells }) => columnsOf(cells[index]!))),
  );
  const line = (first: string, cells: readonly string[]) =>
    cells.reduce(
      (text, each, index) => {
        const blanks = " ".repeat(index < columns.length ? gap : 2);
        return text + blanks + padded(each, widths[index]!, "right");
      },
      padded(first, name),
    );
  const head = line(
    paint("bold", "submission"),
    headings.map((heading) => paint("bold", heading)),
  );
  return [head, ...rows.map(({ name, cells }) => line(name, cells))];
}

function cell(exercises: readonly ExerciseResult[], paint: Paint): string {
  const score = exercises.reduce((sum, each) => sum + each.score, 0);
  const maxScore = exercises.reduce((sum, each) => sum + each.maxScore, 0);
  const outcome = shownOutcome(exercises);
  const sign = outcome ? marks[outcome]!.sign : "";
  const text = score === 0 && sign ? sign : `${score}${sign}`;
  if (score === maxScore && maxScore > 0) return paint("green", text);
  if (outcome === "missing" && score === 0) return paint("dim", text);
  return paint(score === 0 ? "red" : "yellow", text);
}

/** In a belt, what is wrong with what was handed in tells more than what is missing. */
function shownOutcome(exercises: readonly ExerciseResult[]): CheckOutcome | undefined {
  const outcomes = exercises.flatMap(({ outcome, checks }) => [
    ...checks.map((check) => check.outcome),
    outcome,
  ]);
  const telling = markedOutcome(outcomes.filter((outcome) => outcome !== "missing"));
  const allMissing = exercises.every(({ outcome }) => outcome === "missing");
  const missing = exercises.length === 1 || allMissing ? markedOutcome(outcomes) : undefined;
  return telling ?? missing;
}

function exercisesOf(submission: SubmissionResult, { ids }: Column): ExerciseResult[] {
  return submission.exercises.filter(({ id }) => ids.includes(id));
}

function legend(
  submissions: readonly SubmissionResult[],
  { columns }: Layout,
  width: number,
  paint: Paint,
): string[] {
  const shown = submissions.flatMap((each) =>
    columns.map((column) => shownOutcome(exercisesOf(each, column))),
  );
  const parts = Object.entries(marks)
    .filter(([outcome]) => shown.includes(outcome as CheckOutcome))
    .map(([, { sign, meaning }]) => `${paint("bold", sign)} ${meaning}`);
  return parts.length > 0 ? wrap(parts.join("   "), width, "   ") : [];
}

/** `45/50` */
export function pointsOf({ score, maxScore }: { score: number; maxScore: number }): string {
  return `${score}/${maxScore}`;
}

/** As people round; only full marks are 100. */
function percentText({ score, maxScore }: SubmissionResult): string {
  return maxScore === 0 ? "–" : `${percentOf(score, maxScore)}`;
}
