// The engine's shapes: what comes in (submissions), what a program is, and what comes out (verdicts).
import type { Position } from "../trace/plain.ts";
import type { Trace } from "../trace/trace.ts";
import type { Answer } from "./sandbox/run.ts";

/** One submission: for each exercise that it was looked at for, what it holds. */
export interface Submission {
  /** Its folder's or archive's name. */
  id: string;
  /** By exercise id. An exercise that is not there is `missing`. */
  exercises: Record<string, ExerciseFiles>;
}

/**
 * An exercise's files as intake read them. `entry` is the name of the graded file (`three-apis.ts`), and `files` maps
 * each path relative to the entry's folder, with `/`, to its text. `note`: what teacher and student should know of where
 * they come from; no verdict depends on it. Or why they could not be taken.
 */
export type ExerciseFiles =
  | { entry: string; files: Map<string, string>; folder?: string; note?: string }
  | { refused: "missing" | "invalid"; reason: string };

/** What compile makes of an exercise's files: one strict script, or why not. */
export type Compiled =
  | { ok: true; program: Program }
  | { ok: false; outcome: "compile-error" | "forbidden"; message: string; where?: Position };

export interface Program {
  /** A script: a function expression that takes the virtual modules by name and returns the exports object. */
  code: string;
  /** Source map (version 3) of the script inside `code`, as JSON. */
  map: string;
  entry: string;
  /** The submission's file names, as the map's sources count them. */
  names: string[];
  /** Where `code` is longer than what `map` describes, in the order of the text. */
  edits: Edit[];
}

/** One place where compiling replaced a character with an escape; line and column from 1, before all edits. */
export interface Edit {
  line: number;
  column: number;
  growth: number;
}

export type CheckOutcome =
  | "passed"
  | "failed"
  | "skipped"
  | "never-settled"
  | "virtual-time-limit"
  | "time-limit"
  | "memory-limit"
  | "output-limit"
  | "crashed"
  | "compile-error"
  | "forbidden"
  | "missing"
  | "no-export"
  | "invalid"
  | "grader-error";

export interface CheckVerdict {
  /** The check's, unique in its exercise. */
  id: string;
  title: string;
  outcome: CheckOutcome;
  /** Points; all or nothing. */
  score: number;
  maxScore: number;
  /** What the student reads: one or more lines, no markup. Empty when passed or skipped. */
  feedback: string;
  /** Id in misconceptions/. */
  misconception?: string;
  /** The misconception (or that there is none) rests on more than the trace's shape, which cannot contradict it. */
  certain?: boolean;
  /** When the (last) watched outcome settled. */
  virtualMs?: number;
  /** Where the student's own code threw or failed to compile. */
  where?: Position;
  /** The run that the verdict is about: the failing (shrunk) one of a check with generated inputs. */
  trace?: Trace;
}

export interface ExerciseVerdict {
  id: string;
  score: number;
  maxScore: number;
  /** `passed`, or the outcome of the first check that did not pass. */
  outcome: CheckOutcome;
  checks: CheckVerdict[];
  /** What the checks that run once were answered. Absent where nothing ran. */
  answers?: Answers;
  /** The run that the first failed check is about once more, watched closely, with places in the program; only where that was asked for. */
  watched?: { check: string; trace: Trace };
  /** Real seconds that it took, where it was graded here: whatever else the machine did is in it. */
  seconds?: number;
  /** What of ours failed where nothing could be graded: an error's stack, for us. */
  fault?: string;
}

/** By the check's id. */
export type Answers = ReadonlyMap<string, Answer>;

export interface SubmissionVerdict {
  id: string;
  score: number;
  maxScore: number;
  exercises: ExerciseVerdict[];
}
