// Grades a class: intake, the gradebook, the reports and what the teacher sees. The command line around it is scripts/grade.ts.
import { dirname, join } from "node:path";
import type { Grader } from "../../../graders/kit/grader.ts";
import { selectExercises } from "../../lib/exercise-ids.ts";
import { interruptible } from "../../lib/interruptible.ts";
import { shownPath } from "../../lib/paths.ts";
import { type Output, print, shownLine, shownName, widthOf } from "../../lib/terminal.ts";
import { UsageError } from "../../lib/usage-error.ts";
import type { ClassReport, ReportStudent } from "../class-report.ts";
import { changesLines, finishRun } from "../gradebook/changes.ts";
import { Gradebook } from "../gradebook/gradebook.ts";
import { studentsOf } from "../gradebook/read.ts";
import type { GradingEngine } from "../grading-engine.ts";
import { notFetchedReaders } from "../intake/not-fetched.ts";
import { checkPlaces, findSubmissions, type SubmissionReader } from "../intake/submissions.ts";
import { formats, table } from "../reports/formats.ts";
import { Worksheet } from "../reports/moodle/worksheet.ts";
import { moodleFile, writeMoodle } from "../reports/moodle.ts";
import { reportExercises } from "../reports/report-exercises.ts";
import { prepareOut } from "../results.ts";
import { HandIns } from "../roster/handed-in.ts";
import { idsIn } from "../roster/match.ts";
import { readRoster } from "../roster/read-roster.ts";
import type { GradeOptions } from "./args.ts";
import { moodleLines, namesOf, shownClass } from "./closing.ts";
import { type Class, gradeClass, type Tally } from "./grading.ts";
import type { Titles } from "./summary.ts";

export interface Io {
  stdout: Output;
  stderr: Output;
  openEngine(options: { sandbox: "auto" | "strict" }): Promise<GradingEngine>;
  loadTitles(): Promise<Titles>;
  /** Aborts to stop: no report is written then, and `runGrade` rejects with its reason. */
  signal: AbortSignal;
}

const ROOT = dirname(dirname(dirname(import.meta.dirname)));

export const exitCodes = { graded: 0, usage: 1, graderError: 3 };

/** Grades what the options ask for. Resolves to the exit code; rejects with a UsageError or EngineError before grading. */
export async function runGrade(options: GradeOptions, io: Io): Promise<number> {
  await checkPlaces(options.places);
  const worksheet = await readWorksheet(options);
  const engine = await io.openEngine({ sandbox: options.sandbox });
  try {
    io.signal.throwIfAborted();
    return await gradeWith(engine, options, io, worksheet);
  } finally {
    await engine.close();
  }
}

/** Throws a UsageError for one that cannot be filled in: better before the grading than after it. */
async function readWorksheet({ moodle, out }: GradeOptions): Promise<Worksheet | undefined> {
  if (!moodle) return undefined;
  if (moodle.path === join(out, moodleFile))
    throw new UsageError(
      `"${shownPath(moodle.path)}" is what would be written. Give the worksheet that Moodle gave you.`,
    );
  return Worksheet.read(moodle.path, moodle.columns);
}

async function gradeWith(
  engine: GradingEngine,
  options: GradeOptions,
  io: Io,
  worksheet: Worksheet | undefined,
): Promise<number> {
  const known = engine.graders.map(({ id }) => id);
  const chosen = options.only === undefined ? known : selectExercises(options.only, known);
  const graders = engine.graders.filter(({ id }) => chosen.includes(id));
  const more = options.notFetched === undefined ? [] : await notFetchedReaders(options.notFetched);
  const roster = options.roster === undefined ? undefined : await readRoster(options.roster);
  const { readers, warnings } = await findSubmissions(options.places, known, {
    outFolder: options.out,
    more,
    ...(options.joinAttempts && { join: { apart: idsIn(roster?.entries ?? []) } }),
  });
  const handIns = new HandIns(readers, options, roster);
  await prepareOut(options.out, shownPath(options.out));
  const fingerprints = await engine.fingerprints();
  // A large one takes its time to be looked through, and nothing is begun yet.
  const gradebook = interruptible(() => Gradebook.open(options.out));
  try {
    const run = gradebook.startRun(
      {
        graders: engine.gradersHash,
        seed: options.seed,
        sandbox: engine.layers,
        surroundings: engine.surroundings,
        fingerprints: Object.fromEntries(graders.map(({ id }) => [id, fingerprints[id]!])),
        checks: Object.fromEntries(graders.map(({ id, checks }) => [id, checks])),
      },
      new Date(),
    );
    opening(engine, readers, graders, options, [...warnings, ...handIns.warnings], io);
    const { attempts } = options;
    const class_ = { engine, run, readers, graders, handIns, attempts };
    return await gradeInto(gradebook, class_, options, io, worksheet);
  } finally {
    gradebook.close();
  }
}

async function gradeInto(
  gradebook: Gradebook,
  class_: Class,
  options: GradeOptions,
  io: Io,
  worksheet: Worksheet | undefined,
) {
  const started = performance.now();
  const tally = await gradeClass(class_, { jobs: options.jobs, signal: io.signal, stderr: io.stderr });
  const seconds = (performance.now() - started) / 1000;
  io.signal.throwIfAborted();

  const uncommitted = class_.handIns.withoutCommit;
  if (uncommitted.length > 0)
    print(
      io.stderr,
      `Note: git cannot tell when it was handed in, so the times of its files count: ${namesOf(uncommitted)}`,
    );
  const untimed = class_.handIns.withoutTime;
  if (untimed.length > 0)
    print(
      io.stderr,
      `Note: nothing tells when it was handed in, so it counts as in time: ${namesOf(untimed)}`,
    );
  const report = reportOf(gradebook, class_);
  const { lines, graderFailed, count } = shownClass(report, await io.loadTitles(), io.stdout);
  if (options.formats.includes(table)) print(io.stdout, lines);
  const written = await writeFormats(report, options, io.stderr);
  if (worksheet) {
    const filled = await writeMoodle(report, worksheet, options.out);
    written.push(shownPath(join(options.out, moodleFile)));
    print(io.stdout, ["", ...moodleLines(filled, worksheet, widthOf(io.stdout))]);
  }
  // Last of all: what is killed before this is no grading that the next one is compared with.
  const changes = finishRun(gradebook, class_.run.number, new Date());
  if (changes) print(io.stdout, ["", ...changesLines(changes, widthOf(io.stdout))]);
  const remarks = [...(class_.engine.lanes?.closing ?? []), ...distrustLines(gradebook, options)];
  for (const line of remarks) print(io.stderr, `Note: ${line}`);
  print(io.stdout, ["", lastLine(written, count, seconds, tally)]);
  return graderFailed ? exitCodes.graderError : exitCodes.graded;
}

/** What the gradebook held and cannot be ours. */
function distrustLines({ distrusted }: Gradebook, { out }: GradeOptions): string[] {
  if (distrusted.size === 0) return [];
  const what = Array.from(distrusted, ([each, count]) => (count > 1 ? `${each} (${count} times)` : each));
  const where = shownName(shownPath(join(out, "gradebook.sqlite")));
  return [
    `not used of ${where}, since it cannot be ours: ${shownLine(what.join(", "))}. What marks need of it was graded anew.`,
  ];
}

function reportOf(gradebook: Gradebook, { run, graders, handIns, readers }: Class): ClassReport {
  const { graders: hash, seed, sandbox } = run.options;
  const owners = new Map(readers.map((reader) => [reader.id, ownerOf(reader)]));
  return {
    graders: hash,
    seed,
    sandbox,
    exercises: reportExercises(graders, ROOT),
    *students() {
      for (const { submitted, ...student } of studentsOf(gradebook, run.number)) {
        const [person, late] = [handIns.person(student.id), handIns.late(submitted)];
        const mark = handIns.mark(student.score, submitted);
        yield {
          ...student,
          mark,
          ...owners.get(student.id),
          ...(person && { person }),
          ...(late && { late }),
        };
      }
    },
    unmatched: handIns.unmatched,
  };
}

function ownerOf({ shared, called, number }: SubmissionReader): Partial<ReportStudent> {
  return {
    ...(shared !== undefined && { shared }),
    ...(called !== undefined && { called }),
    ...(number && { number }),
  };
}

/** The paths of what was written, to be shown. What a format has to say goes to stderr. */
async function writeFormats(report: ClassReport, options: GradeOptions, stderr: Output): Promise<string[]> {
  const written: string[] = [];
  for (const { name, files, write, notes } of formats) {
    if (!options.formats.includes(name)) continue;
    await write(report, options.out);
    for (const note of notes?.(report) ?? []) print(stderr, `Note: ${shownLine(note)}`);
    written.push(...files.map((file) => shownPath(join(options.out, file))));
  }
  return written;
}

function opening(
  engine: GradingEngine,
  readers: readonly SubmissionReader[],
  graders: readonly Grader[],
  { places, jobs }: GradeOptions,
  warnings: readonly string[],
  { stdout, stderr }: Io,
) {
  const from = places.map(({ given }) => given).join(", ");
  const what = `${counted(readers.length, "submission")} of ${from} in ${counted(graders.length, "exercise")}`;
  const weaker = engine.weaker ? ` (could be stronger: ${engine.weaker})` : "";
  const how = engine.lanes?.opening ?? `${jobs} at a time`;
  print(stdout, [`Grading ${what}, ${how}.`, `Sandbox: ${engine.layers.join(", ")}${weaker}`]);
  for (const warning of warnings) print(stderr, `Note: ${shownLine(warning)}`);
}

function lastLine(written: readonly string[], count: number, seconds: number, tally: Tally): string {
  const paths = written.join(", ");
  const rate = (count / Math.max(seconds, 0.001)).toFixed(1);
  const { unchanged, judgedAgain } = tally;
  const kept = [
    ...(unchanged > 0 ? [`${unchanged} had been graded before and did not change`] : []),
    ...(judgedAgain > 0 ? [`${judgedAgain} judged again from stored traces`] : []),
  ];
  return [
    ...(paths ? [`${paths} written.`] : []),
    `${counted(count, "submission")} in ${seconds.toFixed(1)} s, ${rate} a second.`,
    ...(kept.length > 0 ? [`Of these ${kept.join("; ")}.`] : []),
  ].join(" ");
}

function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
