// Grades a class: intake, the gradebook, the reports and what the teacher sees. The command line around it is scripts/grade.ts.
import { join } from "node:path";
import type { Grader } from "../../../graders/kit/grader.ts";
import { selectExercises } from "../../lib/exercise-ids.ts";
import { interruptible } from "../../lib/interruptible.ts";
import { shownPath } from "../../lib/paths.ts";
import { type Output, print, shownLine, shownName, widthOf } from "../../lib/terminal.ts";
import { UsageError } from "../../lib/usage-error.ts";
import type { ClassReport } from "../class-report.ts";
import { Decisions } from "../decisions/decision.ts";
import { readDecisions } from "../decisions/read.ts";
import { changesLines, finishRun } from "../gradebook/changes.ts";
import { keepDecisions, keptDecisions } from "../gradebook/decisions.ts";
import { Gradebook } from "../gradebook/gradebook.ts";
import { keepMarks } from "../gradebook/marks.ts";
import type { GradingEngine } from "../grading-engine.ts";
import { notFetchedReaders } from "../intake/not-fetched.ts";
import { checkPlaces, findSubmissions, type SubmissionReader } from "../intake/submissions.ts";
import { Remarks } from "../remarks.ts";
import { canvasColumns } from "../reports/canvas-columns.ts";
import { formats, table } from "../reports/formats.ts";
import { Worksheet } from "../reports/moodle/worksheet.ts";
import { moodleFile, writeMoodle } from "../reports/moodle.ts";
import { prepareOut } from "../results.ts";
import { HandIns } from "../roster/handed-in.ts";
import { gitHubLogins, idsIn } from "../roster/match.ts";
import { readRoster } from "../roster/read-roster.ts";
import type { GradeOptions } from "./args.ts";
import { moodleLines, shownClass } from "./closing.ts";
import { eyeLines, timeNotes } from "./eye.ts";
import { type Class, gradeClass, type Tally } from "./grading.ts";
import { listedTimes, reportOf, strangersIn } from "./report-of.ts";
import type { Titles } from "./summary.ts";

export interface Io {
  stdout: Output;
  stderr: Output;
  openEngine(options: { sandbox: "auto" | "strict" }): Promise<GradingEngine>;
  loadTitles(): Promise<Titles>;
  /** Aborts to stop: no report is written then, and `runGrade` rejects with its reason. */
  signal: AbortSignal;
}

/** Formats that show what was handed in. */
const showCode = ["html", "student-pages"];

export const exitCodes = { graded: 0, usage: 1, needsEye: 2, graderError: 3 };

/** Grades what the options ask for. Resolves to the exit code; rejects with a UsageError or EngineError before grading. */
export async function runGrade(options: GradeOptions, io: Io): Promise<number> {
  if (options.explain) {
    const { explainMark } = await import("./explain.ts");
    print(io.stdout, explainMark(options.out, options.explain, widthOf(io.stdout)));
    return exitCodes.graded;
  }
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
  const columns = options.canvasColumn && canvasColumns(options.canvasColumn, chosen, roster?.assignments);
  const { readers, warnings, harmless, recognised } = await findSubmissions(options.places, known, {
    outFolder: options.out,
    more,
    asked: options.platform,
    logins: gitHubLogins(roster?.entries ?? []),
    ...(options.joinAttempts && { join: { apart: idsIn(roster?.entries ?? []) } }),
  });
  const handIns = new HandIns(readers, { ...options, ...listedTimes(worksheet, readers) }, roster);
  const worth = new Map(
    graders.map(({ id, checks }) => [id, checks.reduce((sum, { points }) => sum + points, 0)]),
  );
  const given = options.decisions === undefined ? undefined : await readDecisions(options.decisions, worth);
  await prepareOut(options.out, shownPath(options.out));
  const fingerprints = await engine.fingerprints();
  // A large one takes its time to be looked through, and nothing is begun yet.
  const gradebook = interruptible(() => Gradebook.open(options.out));
  try {
    if (given) keepDecisions(gradebook, given);
    const decisions = new Decisions(given ?? keptDecisions(gradebook, worth));
    handIns.extend(decisions);
    await handIns.findTimes(readers);
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
    opening(engine, readers, graders, options, io);
    for (const line of recognised) print(io.stdout, `Read as: ${shownLine(line)}`);
    if (handIns.localAt !== undefined)
      print(
        io.stdout,
        `Times that the platform writes without an offset were read at ${handIns.localAt}, as --due.`,
      );
    for (const warning of [...warnings, ...handIns.warnings]) print(io.stderr, `Note: ${shownLine(warning)}`);
    const { attempts } = options;
    const remarks = new Remarks();
    const known = new Set([...harmless, ...handIns.harmless]);
    for (const text of [...warnings, ...handIns.warnings]) if (!known.has(text)) remarks.add({ text });
    remarks.add(...strangersIn(decisions, readers, roster));
    if (!given && decisions.all.length > 0)
      print(
        io.stdout,
        `Decisions: ${counted(decisions.all.length, "line")} kept in the gradebook; another --decisions takes their place.`,
      );
    const checker = options.types && (await openTypeChecker());
    if (checker) run.askTypes(checker.version, options.types!.cost);
    const class_ = {
      engine,
      run,
      readers,
      graders,
      handIns,
      attempts,
      remarks,
      decisions,
      ...(columns && { columns }),
      lines: new Map(),
      closely: options.formats.some((name) => showCode.includes(name)),
      ...(checker && { types: { checker, cost: options.types!.cost } }),
    };
    return await gradeInto(gradebook, class_, options, io, worksheet).finally(() => checker?.close());
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

  for (const line of timeNotes(class_.handIns)) {
    print(io.stderr, `Note: ${line}`);
    class_.remarks.add({ text: line });
  }
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
  keepMarks(gradebook, class_.run.number, report);
  const changes = finishRun(gradebook, class_.run.number, new Date());
  if (changes) print(io.stdout, ["", ...changesLines(changes, widthOf(io.stdout))]);
  const closing = [...(class_.engine.lanes?.closing ?? []), ...distrustLines(gradebook, options)];
  for (const line of closing) print(io.stderr, `Note: ${line}`);
  const remarks = class_.remarks.sorted;
  if (remarks.length > 0) print(io.stdout, ["", ...eyeLines(remarks, widthOf(io.stdout))]);
  print(io.stdout, ["", lastLine(written, count, seconds, tally)]);
  if (graderFailed) return exitCodes.graderError;
  return options.strict && remarks.length > 0 ? exitCodes.needsEye : exitCodes.graded;
}

/** Loaded only where it is asked for. */
async function openTypeChecker() {
  const { TypeChecker } = await import("../types/checker.ts");
  return new TypeChecker();
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
  { stdout }: Io,
) {
  const from = places.map(({ given }) => given).join(", ");
  const what = `${counted(readers.length, "submission")} of ${from} in ${counted(graders.length, "exercise")}`;
  const weaker = engine.weaker ? ` (could be stronger: ${engine.weaker})` : "";
  const how = engine.lanes?.opening ?? `${jobs} at a time`;
  print(stdout, [`Grading ${what}, ${how}.`, `Sandbox: ${engine.layers.join(", ")}${weaker}`]);
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
