// Grades a class: intake, the pool, results.json and what the teacher sees. The command line around it is scripts/grade.ts.
import { dirname, join } from "node:path";
import type { Engine } from "../../graders/engine/grade.ts";
import type { Grader } from "../../graders/kit/grader.ts";
import { checkPlaces, findSubmissions, type SubmissionReader } from "../intake/submissions.ts";
import { selectExercises } from "../lib/exercise-ids.ts";
import { shownPath } from "../lib/paths.ts";
import { type Output, painter, printable, printableLines, widthOf, wrap } from "../lib/terminal.ts";
import type { ClassReport } from "../reports/class-report.ts";
import { formats, table } from "../reports/formats.ts";
import { reportExercises } from "../reports/report-exercises.ts";
import type { GradeOptions } from "./args.ts";
import { inParallel } from "./pool.ts";
import { type Progress, showProgress } from "./progress.ts";
import {
  failedSubmission,
  hasGraderError,
  prepareOut,
  type SubmissionResult,
  submissionResult,
} from "./results.ts";
import { standouts, type Titles } from "./summary.ts";
import { resultsTable } from "./table.ts";

/** What grading needs of the engine. */
export type GradingEngine = Pick<
  Engine,
  "graders" | "gradersHash" | "layers" | "weaker" | "gradeSubmission" | "close"
>;

export interface Io {
  stdout: Output;
  stderr: Output;
  openEngine(options: { sandbox: "auto" | "strict" }): Promise<GradingEngine>;
  loadTitles(): Promise<Titles>;
  /** Aborts to stop: nothing is written then, and `runGrade` rejects with its reason. */
  signal: AbortSignal;
}

const ROOT = dirname(dirname(import.meta.dirname));

export const exitCodes = { graded: 0, usage: 1, graderError: 3 };

/** Grades what the options ask for. Resolves to the exit code; rejects with a UsageError or EngineError before grading. */
export async function runGrade(options: GradeOptions, io: Io): Promise<number> {
  await checkPlaces(options.places);
  const engine = await io.openEngine({ sandbox: options.sandbox });
  try {
    io.signal.throwIfAborted();
    return await gradeWith(engine, options, io);
  } finally {
    await engine.close();
  }
}

async function gradeWith(engine: GradingEngine, options: GradeOptions, io: Io): Promise<number> {
  const known = engine.graders.map(({ id }) => id);
  const chosen = options.only === undefined ? known : selectExercises(options.only, known);
  const graders = engine.graders.filter(({ id }) => chosen.includes(id));
  const { readers, warnings } = await findSubmissions(options.places, known, options.out);
  const shownOut = shownPath(options.out);
  await prepareOut(options.out, shownOut);
  opening(engine, readers, graders, options, warnings, io);

  const started = performance.now();
  const submissions = await gradeAll(engine, readers, graders, options, io);
  const seconds = (performance.now() - started) / 1000;

  const report: ClassReport = {
    graders: engine.gradersHash,
    seed: options.seed,
    sandbox: engine.layers,
    exercises: reportExercises(graders, ROOT),
    students: () => submissions.map((result) => ({ ...result, mark: result.score })),
    unmatched: { roster: [], submissions: [] },
  };
  io.signal.throwIfAborted();
  const titles = await io.loadTitles();
  const shown = options.formats.includes(table) ? submissions : [];
  const written: string[] = [];
  try {
    for (const { name, files, write } of formats) {
      if (!options.formats.includes(name)) continue;
      await write(report, options.out);
      written.push(...files.map((file) => join(shownOut, file)));
    }
  } finally {
    // Where nothing can be written, the marks on the screen are all that is left of the work.
    closing(shown, titles, { seconds, written, count: submissions.length }, io);
  }
  return submissions.some(hasGraderError) ? exitCodes.graderError : exitCodes.graded;
}

function opening(
  engine: GradingEngine,
  readers: readonly SubmissionReader[],
  graders: readonly Grader[],
  { places, jobs }: GradeOptions,
  warnings: readonly string[],
  { stdout, stderr }: Io,
) {
  const from = places.map(({ given }) => printable(given)).join(", ");
  const what = `${counted(readers.length, "submission")} of ${from} in ${counted(graders.length, "exercise")}`;
  stdout.write(`Grading ${what}, ${jobs} at a time.\n`);
  const weaker = engine.weaker ? ` (could be stronger: ${engine.weaker})` : "";
  stdout.write(`Sandbox: ${engine.layers.join(", ")}${weaker}\n`);
  for (const warning of warnings) stderr.write(`Note: ${printable(warning)}\n`);
}

async function gradeAll(
  engine: GradingEngine,
  readers: readonly SubmissionReader[],
  graders: readonly Grader[],
  options: GradeOptions,
  io: Io,
): Promise<SubmissionResult[]> {
  const faults: string[] = [];
  const progress = showProgress(io.stderr, readers.length);
  try {
    return await inParallel(readers, { jobs: options.jobs, signal: io.signal }, async (reader) => {
      const result = await gradeOne(engine, reader, graders, options.seed, faults);
      // What ends after the stop is no verdict: its child was killed.
      if (!io.signal.aborted) progress.graded(result);
      return result;
    });
  } finally {
    finish(progress, faults, io);
  }
}

async function gradeOne(
  engine: GradingEngine,
  reader: SubmissionReader,
  graders: readonly Grader[],
  seed: number,
  faults: string[],
): Promise<SubmissionResult> {
  const only = graders.map(({ id }) => id);
  try {
    const submission = { id: reader.id, exercises: await reader.read(only) };
    return submissionResult(await engine.gradeSubmission(submission, { seed, only }), graders);
  } catch (error) {
    // The sandbox does not hold, say: then nothing may be graded at all.
    if (error instanceof Error && error.name === "EngineError") throw error;
    faults.push(`${reader.id}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return failedSubmission(reader.id, graders);
  }
}

function finish(progress: Progress, faults: readonly string[], { stderr, signal }: Io) {
  progress.stop();
  if (signal.aborted) return;
  for (const fault of faults.toSorted()) stderr.write(`Grader error in ${printableLines(fault)}\n`);
}

function closing(
  submissions: readonly SubmissionResult[],
  titles: Titles,
  { written, seconds, count }: { written: readonly string[]; seconds: number; count: number },
  { stdout }: Io,
) {
  const width = widthOf(stdout);
  const hints = standouts(submissions, titles).flatMap((line) => hanging(line, width));
  const rate = (count / Math.max(seconds, 0.001)).toFixed(1);
  const paths = written.map(printable).join(", ");
  const lines = [
    ...(submissions.length > 0 ? ["", resultsTable(submissions, width, painter(stdout))] : []),
    ...(hints.length > 0 ? ["", ...hints] : []),
    "",
    `${paths && `${paths} written. `}${counted(count, "submission")} in ${seconds.toFixed(1)} s, ${rate} a second.`,
  ];
  stdout.write(`${lines.join("\n")}\n`);
}

/** A line wrapped so that what follows is indented more than it. */
function hanging(line: string, width: number): string[] {
  const margin = /^ */.exec(line)![0];
  const [first, ...rest] = wrap(line.slice(margin.length), width - margin.length - 2);
  return [margin + first, ...rest.map((each) => `${margin}  ${each}`)];
}

function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
