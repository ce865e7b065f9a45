// What every report is made of: a graded class, read one student at a time. Reports are projections of it; none grades.
import type { Trace } from "../../graders/trace/trace.ts";
import type { Decision } from "./decisions/decision.ts";
import type { PlatformNumber } from "./identity/owner.ts";
import type { Remark } from "./remarks.ts";
import type { CanvasColumn } from "./reports/canvas-columns.ts";
import type { CheckResult, ExerciseResult, ToldLine } from "./results.ts";
import type { Typed } from "./types/checker.ts";

export interface ClassReport {
  /** Hash of the graders that gave these results. */
  graders: string;
  seed: number;
  /** When it was due: ISO 8601 with its offset; absent where nothing was. */
  due?: string;
  /** The sandbox's layers that held. */
  sandbox: readonly string[];
  /** What was graded, sorted by id. */
  exercises: readonly ReportExercise[];
  /** Sorted by id. Read anew at each call and one at a time, so that a class of any size fits into memory. */
  students(): Iterable<ReportStudent>;
  /** What all exercises are worth together, by their weights: what marks are of. */
  maxMark: number;
  /** What type errors cost: percent of an exercise's points; absent where nobody looked for them. */
  typesCost?: number;
  /** What was decided about everybody: weights. */
  decisions?: readonly Decision[];
  /** What needs the teacher's eye. */
  remarks: readonly Remark[];
  /** Canvas' assignments that marks go to; absent where each exercise is one. */
  canvasColumns?: readonly CanvasColumn[];
  /** What the grading moved against the one before: a line each, for a class. */
  moved?: readonly string[];
  /** Who stands on one side only, where there is a roster. */
  unmatched: { roster: readonly RosterEntry[]; submissions: readonly string[] };
  /** Who of these is on the roster alone, as a student who handed in nothing: with what was decided about them. */
  absent: readonly ReportStudent[];
}

export interface ReportExercise {
  id: string;
  /** `Three APIs`: the heading of its README. */
  title: string;
  /** `white`, `yellow`…; absent beyond the last belt. */
  belt?: string;
  maxScore: number;
  checks: readonly { title: string; maxScore: number }[];
}

export interface ReportStudent {
  /** The submission's id. */
  id: string;
  /** What their platform calls them; absent where none named the submission. */
  called?: string;
  /** Its whole name, where others have the same. */
  shared?: string;
  /** Where it lay, as the teacher would write it. */
  place?: string;
  /** How many hand-ins there are, and which of them counts; absent where there is one. */
  attempts?: { count: number; counts: "best" | "last" };
  /** Their platform's number for them; absent where none is known. */
  number?: PlatformNumber;
  /** Their row of the roster. */
  person?: RosterEntry;
  /** Points, before lateness. */
  score: number;
  maxScore: number;
  /** After decisions and lateness: equal to `score` where there are none. */
  mark: number;
  /** What was decided about them; absent where nothing was. */
  decisions?: readonly Decision[];
  /** Nothing that was handed in is known to be theirs. There is a mark only where one was decided (`marked`). */
  absent?: { marked: boolean };
  /** All of it is excused: there is no mark. */
  excused?: boolean;
  /** Absent where there is no due date, or it was kept. */
  late?: Lateness;
  /** What was taken of theirs on a guess, or not at all; absent where there is nothing to say. */
  remarks?: readonly Remark[];
  /** Sorted by id: one for each of the report's exercises. */
  exercises: readonly ReportExerciseResult[];
}

export interface ReportExerciseResult extends ExerciseResult {
  /** What was handed in, read when it is asked for; undefined where nothing was, or it could not be taken. */
  source?: () => { entry: string; files: readonly (readonly [name: string, text: string])[] } | undefined;
  checks: ReportCheckResult[];
  /** Real seconds that grading took; absent where it was not graded here. */
  seconds?: number;
  /** Its type errors, where they were asked for and there are any. */
  types?: Typed;
  /** The points that these take off, where they cost any. */
  off?: number;
}

export interface ReportCheckResult extends CheckResult {
  /** The lines of what they handed in that matter for it; absent where none are known. */
  lines?: readonly ToldLine[];
  /** The run that the verdict is about, to be drawn; read when it is asked for. Absent where nothing ran. */
  picture?: () => { trace: Trace; ghost?: Trace } | undefined;
}

export interface Lateness {
  /** When it was handed in: ISO 8601 with its offset. Absent where the platform says no more than that it was late. */
  submitted?: string;
  /** Started days after the grace period; absent likewise. */
  days?: number;
  /** Percent of the points that are taken off. */
  percent: number;
}

/** A row of the teacher's roster. Everything but the id may be missing. */
export interface RosterEntry {
  id: string;
  /** The list has no id for them: `id` is their address or name, which they may have typed. */
  unnumbered?: boolean;
  name?: string;
  email?: string;
  section?: string;
  /** Further ids, by the roster's column name (`canvas_id`, `moodle_id`, `sis_id`, `login`…): see identity/columns.ts. */
  lms: Readonly<Record<string, string>>;
  /** When they handed in, if the roster says so: ISO 8601. */
  submitted?: string;
}
