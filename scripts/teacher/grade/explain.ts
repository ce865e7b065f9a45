// npm run grade -- --explain ada 03: how a mark came to be, from what the gradebook keeps of the last grading.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { selectExercise } from "../../lib/exercise-ids.ts";
import { shownPath } from "../../lib/paths.ts";
import { similarNames } from "../../lib/similar-names.ts";
import { shownLine, shownName, wrap } from "../../lib/terminal.ts";
import { UsageError } from "../../lib/usage-error.ts";
import type { Lateness } from "../class-report.ts";
import { type Decision, decidedPoints, decisionWords } from "../decisions/decision.ts";
import { causes } from "../gradebook/changes.ts";
import { storedChecks } from "../gradebook/check.ts";
import { Gradebook } from "../gradebook/gradebook.ts";
import { typesAsked, typesIn } from "../gradebook/types.ts";
import type { Remark } from "../remarks.ts";
import { lateWords } from "../roster/late.ts";
import { pointsOff } from "../types/cost.ts";
import { faultText, typesHeading } from "../types/words.ts";

type Row = Record<string, string | number | null>;

interface Asked {
  student: string;
  exercise?: string;
}

/** Lines safe to print. `folder` (absolute) holds the gradebook. Throws a UsageError where there is nothing to explain. */
export function explainMark(folder: string, { student, exercise }: Asked, width: number): string[] {
  if (!existsSync(join(folder, "gradebook.sqlite")))
    throw new UsageError(
      `"${shownPath(folder)}" has no gradebook. Grade first, or say where it is with --out.`,
    );
  const gradebook = Gradebook.open(folder);
  try {
    const lines = explained(gradebook, student, exercise);
    return lines.flatMap((line) => {
      const margin = /^ */.exec(line)![0];
      const [first = "", ...rest] = wrap(line.trim(), Math.max(width - margin.length - 2, 20));
      return [margin + first, ...rest.map((each) => `${margin}  ${each}`)];
    });
  } finally {
    gradebook.close();
  }
}

function explained(gradebook: Gradebook, student: string, asked: string | undefined): string[] {
  const run = gradebook.get("SELECT * FROM runs WHERE finished IS NOT NULL ORDER BY run DESC LIMIT 1") as Row;
  if (!run) throw new UsageError("No grading has ended in this gradebook. Grade first.");
  const submission = gradebook.get(
    "SELECT * FROM submissions WHERE run = ? AND id = ?",
    run.run!,
    student,
  ) as Row;
  const kept = gradebook.get("SELECT * FROM marks WHERE run = ? AND id = ?", run.run!, student) as
    | Row
    | undefined;
  if (!submission && kept) return decidedAlone(student, run, kept);
  if (!submission) throw unknown(gradebook, run, student);
  const results = gradebook.all(
    `SELECT exercise, score, max_score, outcome, checks, judge, seed FROM results
      JOIN verdicts USING (verdict) JOIN conditions USING (condition, exercise)
      WHERE run = ? AND position = ? ORDER BY exercise`,
    run.run!,
    submission.position!,
  ) as Row[];
  const known = results.map(({ exercise }) => exercise as string);
  const only = asked === undefined ? undefined : selectExercise(asked, known);
  const decisions = parsed<Decision[]>(kept?.decided) ?? [];
  const remarks = parsed<Remark[]>(kept?.remarks) ?? [];
  const shown = results.filter(({ exercise }) => only === undefined || exercise === only);
  return [
    `${shownName(student)}, as graded on ${when(run.finished as string)} with seed ${run.seed}, graders ${String(run.graders).slice(0, 12)}`,
    `Handed in: ${shownLine(submission.source as string)}${submission.submitted ? `, ${submission.submitted}` : ""}`,
    ...shown.flatMap((result) => exerciseLines(gradebook, submission, result, decisions, remarks)),
    ...remarks.flatMap(({ exercise, text }) => (exercise === undefined ? [`Read: ${shownLine(text)}`] : [])),
    ...totalLines(results, decisions, kept),
  ];
}

/** Who is on the roster, and handed in nothing. */
function decidedAlone(student: string, run: Row, kept: Row): string[] {
  const decisions = parsed<Decision[]>(kept.decided) ?? [];
  const marked = decisions.some(({ kind }) => kind === "mark" || kind === "points");
  return [
    `${shownName(student)}, on ${when(run.finished as string)}: nothing that was handed in is known to be theirs`,
    "",
    ...decisions.map((decision) => `Decided: ${shownLine(decisionWords(decision))}`),
    marked ? `Mark: ${kept.mark} of ${kept.max_mark}` : "Mark: none",
  ];
}

function exerciseLines(
  gradebook: Gradebook,
  { run, position, id: student }: Row,
  result: Row,
  decisions: readonly Decision[],
  remarks: readonly Remark[],
): string[] {
  const [exercise, score, maxScore] = [
    result.exercise as string,
    Number(result.score),
    Number(result.max_score),
  ];
  const theirs = decisions.filter((each) => each.exercise === exercise);
  const points = decidedPoints(decisions, { id: exercise, score, maxScore });
  const decided = points === undefined ? ", excused" : points === score ? "" : `, decided as ${points}`;
  const types = typesLines(gradebook, run as number, position as number, exercise, score);
  const checks = (storedChecks(result.checks) ?? []).map(({ title, outcome, score, maxScore, feedback }) => {
    const why = outcome === "passed" ? "" : `: ${outcome}${feedback ? `. ${feedback.split("\n")[0]}` : ""}`;
    return `  ${score} of ${maxScore}  ${shownLine(`${title}${why}`)}`;
  });
  const moves = gradebook.all(
    `SELECT title, cause, before, after, finished FROM changes JOIN runs USING (run)
      WHERE submission = ? AND exercise = ? ORDER BY run`,
    student!,
    exercise,
  ) as Row[];
  return [
    "",
    `${exercise}: ${score} of ${maxScore}${decided}`,
    ...checks,
    ...types,
    ...remarks.filter((each) => each.exercise === exercise).map(({ text }) => `  Read: ${shownLine(text)}`),
    ...theirs.map((decision) => `  Decided: ${shownLine(decisionWords({ ...decision, exercise: "" }))}`),
    ...moves.map(({ title, cause, before, after, finished }) => {
      const why = causes[cause as keyof typeof causes] ?? cause;
      return `  Moved on ${when(finished as string)}: ${shownLine(title as string)}, ${before} → ${after}, since ${why}`;
    }),
  ];
}

/** As the grading told them. */
function typesLines(gradebook: Gradebook, run: number, position: number, exercise: string, score: number) {
  const asked = typesAsked(gradebook, run);
  const typed = asked && typesIn(gradebook, { run, position, exercise }, asked);
  if (!typed) return [];
  const off = pointsOff(score, asked.cost) || undefined;
  const faults = typed.faults.map((fault) => `    ${shownLine(faultText(fault))}`);
  const left = typed.count - faults.length;
  return [`  ${typesHeading(typed, off)}:`, ...faults, ...(left > 0 ? [`    and ${left} more`] : [])];
}

function totalLines(
  results: readonly Row[],
  decisions: readonly Decision[],
  kept: Row | undefined,
): string[] {
  const sum = (key: "score" | "max_score") => results.reduce((total, each) => total + Number(each[key]), 0);
  const late = parsed<Lateness>(kept?.late);
  const general = decisions.filter(({ exercise }) => exercise === "");
  return [
    "",
    `Points: ${sum("score")} of ${sum("max_score")}`,
    ...general.map((decision) => `Decided: ${shownLine(decisionWords(decision))}`),
    ...(late
      ? [`Late: ${lateWords(late)}${late.submitted ? `, at ${late.submitted}` : ""}: ${late.percent} % off`]
      : []),
    ...(kept ? [`Mark: ${kept.mark} of ${kept.max_mark}`] : []),
  ];
}

function unknown(gradebook: Gradebook, run: Row, student: string): UsageError {
  const ids = gradebook
    .all("SELECT id FROM submissions WHERE run = ?", run.run!)
    .map(({ id }) => id as string);
  const meant = similarNames(student, [], ids).map((id) => shownName(id));
  const question = meant.length > 0 ? ` Did you mean ${meant.join(" or ")}?` : "";
  return new UsageError(`Nobody is called "${shownName(student)}" in the last grading.${question}`);
}

/** `2026-11-30 17:46 UTC` */
function when(time: string): string {
  return time.replace(/T(\d\d:\d\d).*/, " $1 UTC");
}

/** What we wrote as JSON; undefined for what is none. */
function parsed<T>(text: unknown): T | undefined {
  try {
    return typeof text === "string" ? (JSON.parse(text) as T) : undefined;
  } catch {
    return undefined;
  }
}
