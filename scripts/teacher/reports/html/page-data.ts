// What stands in the page as data: the common ground of the writer, in Node, and the page's own script.
import type { CheckOutcome } from "../../../../graders/engine/types.ts";
import type { Misconception } from "../../../../graders/misconceptions/misconceptions.ts";
import type { Lateness, RosterEntry } from "../../class-report.ts";
import type { Remark } from "../../remarks.ts";
import type { ToldLine } from "../../results.ts";
import type { Typed } from "../../types/checker.ts";
import type { Files } from "../marked-lines.ts";
import type { ItemStatistics } from "./item-statistics.ts";

/** All that the class's views need. Feedback and timelines lie in chunks, which are opened when somebody looks. */
export interface PageData {
  graders: string;
  seed: number;
  /** When it was due: ISO 8601 with its offset. */
  due?: string;
  sandbox: readonly string[];
  /** Those that occur, in the order in which the results count them. */
  outcomes: CheckOutcome[];
  misconceptions: PageMisconception[];
  exercises: PageExercise[];
  students: PageStudent[];
  /** Who is on the roster alone. */
  absent: PageStudent[];
  /** What marks are of: what all exercises are worth, by their weights. */
  maxMark: number;
  /** What needs the teacher's eye. */
  remarks: readonly Remark[];
  /** What the grading moved against the one before. */
  moved: readonly string[];
  unmatched: { roster: readonly RosterEntry[]; submissions: readonly string[] };
}

export interface PageMisconception extends Misconception {
  id: string;
}

export interface PageExercise {
  id: string;
  title: string;
  belt?: string;
  maxScore: number;
  checks: PageCheck[];
  /** Every different result of it: a class shares most of them. */
  results: PageResult[];
}

export interface PageCheck extends ItemStatistics {
  title: string;
  maxScore: number;
}

export interface PageResult {
  score: number;
  /** Index in `PageData.outcomes` for the whole exercise, then for each check. */
  outcome: number;
  outcomes: number[];
  /** Indices in `PageData.misconceptions`, each once. */
  misconceptions: number[];
  /** Where its `PageDetail` is. */
  detail: ChunkItem;
}

export interface PageStudent {
  id: string;
  name?: string;
  email?: string;
  section?: string;
  score: number;
  mark: number;
  late?: Lateness;
  /** What was decided about them, in words. */
  decided?: string[];
  excused?: boolean;
  /** Nothing that was handed in is known to be theirs: there is a mark only where one was decided. */
  absent?: { marked: boolean };
  /** For each exercise, index in its `results`. */
  results: number[];
  /** For each exercise, where its `PageSource` is; null where there is none. */
  sources: (ChunkItem | null)[];
  /** Where it lay, and which of several hand-ins counts. */
  place?: string;
  attempts?: string;
}

/** An exercise's files as they were handed in, the graded one first, and their type errors. */
export interface PageSource {
  files: Files;
  types?: Typed;
  /** Points that these take off. */
  off?: number;
}

/** A result's checks, in their order. */
export type PageDetail = PageCheckDetail[];

export interface PageCheckDetail {
  feedback: string;
  /** Index in `PageData.misconceptions`. */
  misconception?: number;
  /** The exercise's own advice, in place of the misconception's. */
  advice?: string;
  virtualMs?: number;
  /** The lines that matter. */
  lines?: readonly ToldLine[];
  /** Where its `Timeline` is (graders/timeline/layout.ts). */
  picture?: ChunkItem;
}

/** One item of a chunk, as one number: `chunk * ITEMS_PER_CHUNK + index`. */
export type ChunkItem = number;

export const ITEMS_PER_CHUNK = 1000;
