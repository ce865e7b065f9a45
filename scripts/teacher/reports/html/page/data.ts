// The class as the page's views ask for it.
import type { CheckOutcome } from "../../../../../graders/engine/types.ts";
import { marks } from "../../../marks.ts";
import type { Remark } from "../../../remarks.ts";
import { percentOf } from "../../../rounding.ts";
import type { PageData, PageExercise, PageResult, PageStudent } from "../page-data.ts";

export interface ClassData extends PageData {
  /** All of the class: those on the roster alone come last. */
  students: PageStudent[];
  /** How many of them handed in anything. */
  present: number;
  maxScore: number;
  byId: Map<string, PageStudent>;
  /** What is to be said of a student, by the id. */
  said: Map<string | undefined, Remark[]>;
}

export function classData(data: PageData): ClassData {
  const students = [...data.students, ...data.absent];
  return {
    ...data,
    students,
    present: data.students.length,
    maxScore: data.exercises.reduce((sum, exercise) => sum + exercise.maxScore, 0),
    byId: new Map(students.map((student) => [student.id, student])),
    said: Map.groupBy(data.remarks, ({ id }) => id),
  };
}

export function nameOf({ name, id }: PageStudent): string {
  return name ?? id;
}

/** The student's result in the exercise with this index. */
export function resultOf(data: PageData, student: PageStudent, exercise: number): PageResult {
  return data.exercises[exercise]!.results[student.results[exercise]!]!;
}

/** All outcomes in a result, its own first. */
export function outcomesOf({ outcomes }: PageData, result: PageResult): CheckOutcome[] {
  return [result.outcome, ...result.outcomes].map((index) => outcomes[index]!);
}

/** `03` of `03-three-apis`. */
export function numberOf({ id }: PageExercise): string {
  return id.slice(0, id.indexOf("-"));
}

/** An outcome in a teacher's words. */
export function wordsFor(outcome: CheckOutcome): string {
  return (
    marks[outcome]?.meaning ?? { failed: "not as promised", skipped: "not run" }[outcome as string] ?? outcome
  );
}

/** The outcome that the points alone do not tell, if there is one: the most telling first. */
export function markOf(outcomes: readonly CheckOutcome[]): CheckOutcome | undefined {
  return (
    outcomes.find((outcome) => marks[outcome] && outcome !== "missing") ?? outcomes.find((one) => marks[one])
  );
}

/**
 * Where points stand on the scale of colours: `zero`, `low` (under 40 %), `middle` (under 70 %), `high`, `full`; `none`
 * where there was nothing to grade.
 */
export function levelOf(score: number, maxScore: number, outcome?: CheckOutcome): string {
  if (maxScore === 0 || (score === 0 && ["missing", "invalid", "grader-error"].includes(outcome ?? "")))
    return "none";
  if (score <= 0) return "zero";
  const share = score / maxScore;
  return share >= 1 ? "full" : share >= 0.7 ? "high" : share >= 0.4 ? "middle" : "low";
}

/** Points with no more than two decimals. */
export function points(score: number): string {
  return String(Math.round(score * 100) / 100);
}

/** As people round; only everything is 100 %. */
export function percent(part: number, whole: number): string {
  return whole === 0 ? "–" : `${percentOf(part, whole)} %`;
}

export function plural(count: number, one: string, more = `${one}s`): string {
  return `${count} ${count === 1 ? one : more}`;
}

/** A result as a cell shows it: its points, and the sign of what they do not tell. `label` says the same in words. */
export function scoreText(data: PageData, { maxScore }: PageExercise, result: PageResult) {
  const outcomes = outcomesOf(data, result);
  const mark = markOf(outcomes);
  const sign = mark ? marks[mark]!.sign : "";
  return {
    text: result.score === 0 && sign ? sign : `${result.score}${sign}`,
    label: `${result.score} of ${maxScore}${mark ? `, ${wordsFor(mark)}` : ""}`,
    level: levelOf(result.score, maxScore, outcomes[0]),
  };
}
