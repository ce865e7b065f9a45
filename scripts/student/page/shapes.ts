// What the server of the page tells it: plain data. All texts are text: nothing in them is markup.
import type { Timeline } from "../../../graders/timeline/layout.ts";
import type { Happening } from "../../../graders/timeline/step-by-step.ts";
import type { Position } from "../../../graders/trace/plain.ts";
import type { Printed } from "../step/printed.ts";
import type { CheckState } from "../test/check-state.ts";
import type { Block } from "./blocks.ts";
import type { CodeLine } from "./highlighted.ts";

/** Where everything stands; sent whole after each change. */
export interface Overview {
  /** Another one after each start of the server. */
  server: string;
  /** Counts changes; it only grows while the server lives. */
  revision: number;
  /** Those that are watched, sorted by id. */
  exercises: Standing[];
  /** The id of the exercise that the student is at, and how often a save has said so. */
  current: { id: string; saves: number };
  /** Where vitest's own page is. */
  vitest: string;
  /** What opens the student's files, if the server can start it; it is a name to show. */
  editor?: string;
}

export interface Standing {
  id: string;
  /** `03`. */
  number: string;
  title: string;
  belt: string;
  /** Absent until it was graded for the first time. */
  state?: CheckState;
  score: number;
  /** 0 where nothing is known of it. */
  maxScore: number;
  grading: boolean;
  /** Counts its verdicts. */
  revision: number;
}

/** An exercise as it is now. */
export interface ExerciseView {
  id: string;
  revision: number;
  /** Absolute, for a link that an editor understands. */
  path: string;
  task: Block[];
  hints: HintsView;
  files: FileView[];
  /** Why there are no files to show. */
  refused?: string;
  /** Empty until it was graded. */
  checks: CheckView[];
  /** Not begun: what to do first. */
  first?: string;
  /** The demonstrations that its task names. */
  demonstrations: string[];
  /** It passes, and our answers are here to compare it with. */
  compare: boolean;
}

export interface HintsView {
  shown: { title: string; body: Block[] }[];
  count: number;
  /** What went wrong with the last one. */
  note?: string;
}

export interface FileView {
  /** Relative to the exercise's folder. */
  name: string;
  lines: CodeLine[];
}

export interface CheckView {
  id: string;
  title: string;
  state: CheckState;
  score: number;
  maxScore: number;
  /** Lines of plain text; what stands between backticks is code. */
  feedback: string;
  misconception?: { title: string; explanation: string; advice: string };
  timeline?: Timeline;
  /** Of the first chart's calls, in the order of their lanes: what the picture has no room for. */
  calls?: CallView[];
  /** When the last of what is watched had settled. Virtual ms. */
  virtualMs?: number;
  where?: Position;
  console: Printed[];
  /** It has a run that can be gone through step by step; `long`: one that is run again only for who asks for it. */
  steps: boolean | "long";
}

/** What is known of a lane's call beside its times. */
export interface CallView {
  /** `fetchApi(2)`, with more of the arguments than a label has. */
  call: string;
  /** `resolved to …`, `rejected with …`; absent if it did not end. */
  ended?: string;
  /** The how manieth call of the run it is, from 0. */
  index?: number;
}

/** A run to go through step by step. */
export interface StepsView {
  happenings: readonly Happening[];
  /** What waits after each of them. */
  waiting: string[][];
  /** How many of `console` are printed by then. */
  printed: number[];
  console: Printed[];
  /** The file of a place that names none. */
  entry: string;
  files: FileView[];
  /** Where each of the run's calls was made, if that is known, in their order. */
  callsAt: (Position | null)[];
  /** What its lines did, by file. */
  lines: Record<string, LineFact[]>;
}

/** What a line of the student's did in a run. */
export interface LineFact {
  line: number;
  /** How often something waited there, and for how long altogether. Virtual ms. */
  waits: number;
  waited: number;
  /** Since when something waits there that the run's end left waiting. */
  still?: number;
  /** How often it called a service. */
  calls: number;
}

/** Programs that were run, one beside the other. */
export interface PlayView {
  title: string;
  runs: PlayedRunView[];
  /** All of them on one axis; absent where nothing takes time. */
  timeline?: Timeline;
}

/** What the page of `npm run play` is told after each change. */
export interface PlayedOverview {
  /** Another one after each start of the server. */
  server: string;
  revision: number;
  title: string;
  running: boolean;
}

export interface PlayedRunView {
  name: string;
  /** What it is there to show; may be empty. */
  claim: string;
  /** What kept it from running. */
  fault?: string;
  steps?: StepsView;
  /** `ended at 2000 ms`. */
  ended?: string;
  /** What had not come to its end. */
  pending: string[];
}

export interface CompareView {
  answers: { name: string; why: string; rows: CompareRow[] }[];
}

/** One line of both, or what stands in one where something else, or nothing, stands in the other. */
export interface CompareRow {
  left?: CodeLine;
  right?: CodeLine;
  same: boolean;
}

/** What a request that could not be answered says. */
export interface Refused {
  refused: string;
}
