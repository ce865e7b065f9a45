// Grades the submissions of a class into the gradebook: what is there already is taken from it, all else is graded now.
import type {
  Answers,
  CheckVerdict,
  ExerciseFiles,
  ExerciseVerdict,
  Submission,
  SubmissionVerdict,
} from "../../../graders/engine/types.ts";
import type { Grader } from "../../../graders/kit/grader.ts";
import type { Trace } from "../../../graders/trace/trace.ts";
import { inParallel } from "../../lib/pool.ts";
import { type Output, print, shownName } from "../../lib/terminal.ts";
import type { Decisions } from "../decisions/decision.ts";
import { contentHash, programHash, sha256 } from "../gradebook/content.ts";
import type { NewProgram, NewTypes, NewVerdict, Run } from "../gradebook/gradebook.ts";
import type { GradingEngine } from "../grading-engine.ts";
import type { SubmissionReader } from "../intake/submissions.ts";
import type { Remark, Remarks } from "../remarks.ts";
import type { CanvasColumn } from "../reports/canvas-columns.ts";
import {
  type CheckResult,
  type ExerciseResult,
  exerciseResult,
  failedGrader,
  type ToldLine,
} from "../results.ts";
import type { HandIns, When } from "../roster/handed-in.ts";
import type { TypeChecker } from "../types/checker.ts";
import { linesAt, withPlaces } from "./lines.ts";
import { lookForTypes } from "./look-for-types.ts";
import { noticed } from "./noticed.ts";
import { showProgress } from "./progress.ts";

export interface Class {
  engine: GradingEngine;
  run: Run;
  /** Sorted by id. */
  readers: readonly SubmissionReader[];
  /** Of the exercises that are graded. */
  graders: readonly Grader[];
  handIns: HandIns;
  remarks: Remarks;
  decisions: Decisions;
  /** Some report shows code: the lines that matter are to be known. */
  closely?: boolean;
  /** They, by `lineKey`: of each student's own files, so that no verdict that is shared tells of another's. */
  lines: Map<string, readonly ToldLine[]>;
  /** What looks for type errors, and what percent of an exercise's points they cost. */
  types?: { checker: Pick<TypeChecker, "check" | "version">; cost: number };
  /** Canvas' assignments that marks go to. */
  columns?: readonly CanvasColumn[];
  /** Which of a student's attempts counts. */
  attempts: "best" | "last";
}

/** How much of a class was there already. */
export interface Tally {
  /** Submissions with nothing to do. */
  unchanged: number;
  /** Submissions of whose traces some were only judged again. */
  judgedAgain: number;
}

/** Grades them all, `jobs` at a time. Rejects with the signal's reason, with an EngineError, or if nothing can be kept. */
export async function gradeClass(
  class_: Class,
  { jobs, signal, stderr }: { jobs: number; signal: AbortSignal; stderr: Output },
): Promise<Tally> {
  const { readers } = class_;
  const { lanes } = class_.engine;
  const tally: Tally = { unchanged: 0, judgedAgain: 0 };
  const faults: string[] = [];
  const progress = showProgress(stderr, readers.length);
  try {
    await inParallel(readers, { jobs: lanes?.atOnce ?? jobs, signal }, async (reader, position) => {
      const leave = await lanes?.turn();
      const { chosen, others } = await gradeAttempts(class_, reader, faults).finally(leave);
      // What ends after the stop is no verdict: its child was killed.
      if (signal.aborted) return;
      const { id } = reader;
      const { source, when, verdicts, points } = chosen;
      const { submitted } = when;
      const rest = others.map(({ verdicts }) => verdicts);
      const programs = [chosen, ...others].flatMap((attempt) => attempt.programs);
      const { handedIn } = chosen;
      const types = [chosen, ...others].flatMap((attempt) => attempt.types);
      class_.run.record({
        ...{ position, id, source, submitted, verdicts, programs, handedIn, types },
        others: rest,
      });
      class_.handIns.choose(id, when);
      class_.remarks.add(...chosen.remarks);
      for (const [exercise, check, lines] of chosen.lines)
        class_.lines.set(lineKey(id, exercise, check), lines);
      const attempts = [chosen, ...others];
      if (attempts.every(({ unchanged }) => unchanged)) tally.unchanged++;
      if (attempts.some(({ judgedAgain }) => judgedAgain)) tally.judgedAgain++;
      progress.graded({ id, ...points });
    });
  } finally {
    progress.stop();
    if (!signal.aborted) for (const fault of faults.toSorted()) print(stderr, `Grader error in ${fault}`);
  }
  return tally;
}

type Verdicts = Map<string, number | { content: Buffer; verdict: NewVerdict }>;
type Points = Pick<ExerciseResult, "score" | "maxScore">;

interface Graded {
  /** By exercise, with its files' hash. */
  handedIn: Map<string, { hash: Buffer; files: ExerciseFiles }>;
  /** What is to be said of what was read. */
  remarks: Remark[];
  verdicts: Verdicts;
  programs: NewProgram[];
  /** By exercise and check. */
  lines: [exercise: string, check: string, lines: ToldLine[]][];
  /** Type errors that were newly looked for. */
  types: NewTypes[];
  points: Points;
  /** Points that type errors take off. */
  off: number;
  /** There was nothing to do. */
  unchanged: boolean;
  /** Some of its traces were only judged again. */
  judgedAgain: boolean;
}

interface Attempt extends Graded {
  source: string;
  when: When;
}

/** The attempt that counts, and the others that were looked at for it: of equal marks the later one's counts. */
async function gradeAttempts(
  class_: Class,
  reader: SubmissionReader,
  faults: string[],
): Promise<{ chosen: Attempt; others: Attempt[] }> {
  const { handIns } = class_;
  const readers = class_.attempts === "best" ? (reader.attempts ?? [reader]) : [reader];
  const attempts: (Attempt & { mark: number })[] = [];
  for (const each of readers) {
    const when = handIns.when(each);
    const graded = await gradeOne(class_, each, faults);
    const mark = handIns.mark(reader.id, graded.points.score - graded.off, when);
    attempts.push({ source: each.source, when, mark, ...graded });
  }
  const chosen = attempts.reduce((best, next) => (next.mark >= best.mark ? next : best));
  return { chosen, others: attempts.filter((attempt) => attempt !== chosen) };
}

export function lineKey(id: string, exercise: string, check: string): string {
  return JSON.stringify([id, exercise, check]);
}

/** The lines that matter, of these files. What cannot be found is not told. */
async function linesOf(
  { engine }: Class,
  files: Submission["exercises"],
  known: ReadonlyMap<string, readonly CheckResult[]>,
): Promise<Graded["lines"]> {
  const all: Graded["lines"] = [];
  for (const [exercise, checks] of known)
    for (const { id, places = [] } of checks) {
      const lines = await linesAt(engine, places, files[exercise]).catch(() => []);
      if (lines.length > 0) all.push([exercise, id, lines]);
    }
  return all;
}

async function gradeOne(class_: Class, reader: SubmissionReader, faults: string[]): Promise<Graded> {
  const { run, graders } = class_;
  const verdicts: Verdicts = new Map();
  const points: Points = { score: 0, maxScore: 0 };
  const scores = new Map<string, number>();
  const placesIn = new Map<string, readonly CheckResult[]>();
  const add = (id: string, { score, maxScore }: Points) => {
    points.score += score;
    points.maxScore += maxScore;
    scores.set(id, score);
  };
  const ids = graders.map(({ id }) => id);
  const files = await orFault(reader, faults, () => reader.read(ids));
  const programs: NewProgram[] = [];
  const contents = new Map<string, Buffer>();
  for (const { id } of graders) {
    // Whatever keeps it from being compiled is told by what then grades it.
    const program = await orFault(reader, [], () => contentOf(class_, id, files?.[id], programs));
    contents.set(id, program ?? contentHash(files?.[id]));
  }
  for (const { id } of files ? graders : []) {
    const known = run.verdictOn(id, contents.get(id)!);
    if (!known) continue;
    verdicts.set(id, known.verdict);
    add(id, known);
    placesIn.set(id, known.checks);
  }
  const left = graders.filter(({ id }) => !verdicts.has(id));
  const unchanged =
    left.length === 0 && [...verdicts.values()].every((verdict) => run.isOlder(verdict as number));
  const answers = new Map(left.map(({ id }) => [id, files && run.answersTo(id, contents.get(id)!)]));
  const judgedAgain = [...answers.values()].some((known) => known !== undefined && known.size > 0);
  for (const [id, verdict] of await gradeNew(class_, reader, { files, left, answers, faults })) {
    verdicts.set(id, { content: contents.get(id)!, verdict });
    add(id, verdict.result);
    placesIn.set(id, verdict.result.checks);
  }
  const remarks = noticed(reader.id, files ?? {}, ids);
  const handedIn = new Map(
    Object.entries(files ?? {}).map(([id, each]) => [id, { hash: contentHash(each), files: each }]),
  );
  const { found, off, unchecked } = await lookForTypes(class_, reader.id, handedIn, scores);
  remarks.push(...unchecked);
  const lines = class_.closely ? await linesOf(class_, files ?? {}, placesIn) : [];
  return { lines, verdicts, programs, types: found, points, off, unchanged, judgedAgain, remarks, handedIn };
}

/**
 * The hash of what an exercise's files are graded as: of their program, so that those who differ in comments, types or
 * layout alone share a verdict. What was not known yet goes to `found`.
 */
async function contentOf(
  { engine, run }: Class,
  exercise: string,
  given: ExerciseFiles | undefined,
  found: NewProgram[],
): Promise<Buffer> {
  const files = contentHash(given);
  if (!given || "refused" in given) return files;
  const known = run.programOf(exercise, files);
  if (known) return known;
  const code = await engine.program(given);
  const program = code === undefined ? files : programHash(given.entry, code);
  found.push({ exercise, files, program });
  return program;
}

interface Left {
  files: Submission["exercises"] | undefined;
  left: readonly Grader[];
  /** What is known of them already. */
  answers: ReadonlyMap<string, Answers | undefined>;
  faults: string[];
}

/** Verdicts on the exercises that are left; where the engine or the reading failed, one that says so. */
async function gradeNew(
  class_: Class,
  reader: SubmissionReader,
  { files, left, answers, faults }: Left,
): Promise<Map<string, NewVerdict>> {
  const { engine, run } = class_;
  if (left.length === 0) return new Map();
  const only = left.map(({ id }) => id);
  const graded = await orFault(reader, faults, async () => {
    if (!files) return new Map<string, NewVerdict>();
    const known = (id: string) => answers.get(id);
    const submission = { id: reader.id, exercises: files };
    const options = { seed: run.options.seed, only, known, closely: class_.closely === true };
    const verdict = await engine.gradeSubmission(submission, options);
    for (const { id, fault } of verdict.exercises)
      if (fault !== undefined) faults.push(`${shownName(reader.id)}, ${id}: ${fault}`);
    return newVerdicts(class_, reader, verdict, faults);
  });
  return new Map(left.map((grader) => [grader.id, graded?.get(grader.id) ?? failed(grader)]));
}

function failed(grader: Grader): NewVerdict {
  return { result: failedGrader(grader), pictures: new Map(), answers: new Map(), final: false };
}

async function newVerdicts(
  class_: Class,
  reader: SubmissionReader,
  { exercises }: SubmissionVerdict,
  faults: string[],
): Promise<Map<string, NewVerdict>> {
  const all = new Map<string, NewVerdict>();
  for (const exercise of exercises) {
    const result = withPlaces(exerciseResult(exercise), exercise);
    const outcomes = [result.outcome, ...result.checks.map(({ outcome }) => outcome)];
    // A verdict holds without its pictures, but whoever grades again may have them.
    const pictures = await orFault(reader, faults, () => picturesOf(class_, exercise));
    all.set(exercise.id, {
      result,
      pictures: pictures ?? new Map(),
      answers: exercise.answers ?? new Map(),
      ...(exercise.seconds !== undefined && { seconds: exercise.seconds }),
      final: pictures !== undefined && !outcomes.includes("grader-error"),
    });
  }
  return all;
}

async function picturesOf(class_: Class, { id, checks }: ExerciseVerdict): Promise<NewVerdict["pictures"]> {
  const pictures = new Map<string, { trace: Trace; ghost?: number | undefined }>();
  for (const check of checks) {
    if (!check.trace) continue;
    const ghost = check.outcome === "passed" ? undefined : await ghostOf(class_, id, check);
    pictures.set(check.id, { trace: check.trace, ghost });
  }
  return pictures;
}

/**
 * What the reference does in the same scenario, as a trace of the gradebook's: a class's mistakes share most of them, so each
 * is run once.
 */
async function ghostOf({ engine, run }: Class, id: string, check: CheckVerdict): Promise<number | undefined> {
  const reference = engine.reference(id);
  if (reference === undefined) return undefined;
  const { seed, input } = check.trace!;
  const { fingerprints, surroundings } = run.options;
  const given = input === undefined ? [] : [input];
  const what = [id, fingerprints[id]!.scenario, surroundings, reference, check.id, seed, given];
  const scenario = sha256(JSON.stringify(what));
  const known = run.ghostIn(scenario);
  if (known !== undefined) return known;
  const ghost = await engine.ghost(id, check);
  return ghost && run.keepGhost(scenario, ghost);
}

/** What `act` gives; undefined if it fails by a fault of ours, which is noted. An EngineError stops the whole grading. */
async function orFault<T>(
  { id }: SubmissionReader,
  faults: string[],
  act: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await act();
  } catch (error) {
    // The sandbox does not hold, say: then nothing may be graded at all. Nor if nothing can be kept.
    if (error instanceof Error && ["EngineError", "UsageError"].includes(error.name)) throw error;
    faults.push(
      `${shownName(id)}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
    return undefined;
  }
}
