// The gradebook: every run, submission, verdict and trace, in DIR/gradebook.sqlite. Grading again takes from it what did
// not change. All calls are synchronous, and each that writes is one transaction: it is in the file whole or not at all.
import { join } from "node:path";
import type { DatabaseSync, SQLInputValue, StatementSync } from "node:sqlite";
import type { Fingerprint } from "../../../graders/engine/edition/fingerprints.ts";
import type { Answer } from "../../../graders/engine/sandbox/run.ts";
import type { Answers, ExerciseFiles } from "../../../graders/engine/types.ts";
import type { Trace } from "../../../graders/trace/trace.ts";
import { shownPath } from "../../lib/paths.ts";
import type { CheckResult, ExerciseResult } from "../results.ts";
import type { Typed } from "../types/checker.ts";
import { type KnownCheck, type StoredVerdict, storedAnswer, storedChecks, verdictFault } from "./check.ts";
import { filesKey } from "./content.ts";
import { explaining, openDatabase } from "./open.ts";
import { keepSource } from "./sources.ts";
import { Traces } from "./traces.ts";
import { typesOf } from "./types.ts";

/** What a run is graded by. */
export interface RunOptions {
  /** Hash of all graders, as results.json tells it. */
  graders: string;
  seed: number;
  /** The sandbox's layers that hold. */
  sandbox: readonly string[];
  /** What else two runs must have in common to give the same traces. */
  surroundings: string;
  /** By exercise, of each that is graded. */
  fingerprints: Readonly<Record<string, Fingerprint>>;
  /** By exercise, the checks of its grader. */
  checks: Readonly<Record<string, readonly KnownCheck[]>>;
}

/** A verdict that is to be kept. */
export interface NewVerdict {
  result: ExerciseResult;
  /** By the check's id. `ghost`: the number of a trace, see `ghostIn`. */
  pictures: ReadonlyMap<string, { trace: Trace; ghost?: number | undefined }>;
  answers: Answers;
  /** Real seconds that grading took; absent where that is not known. */
  seconds?: number;
  /** False where it was our fault: then it is tried again next time. */
  final: boolean;
}

export interface KnownVerdict {
  /** Its number. */
  verdict: number;
  score: number;
  maxScore: number;
  checks: readonly CheckResult[];
}

/** One submission's row: for each exercise the number of a verdict that is there, or a new one with its content's hash. */
export interface Entry {
  position: number;
  id: string;
  source: string;
  submitted?: string | undefined;
  verdicts: Verdicts;
  /** What was found out of its files, to be known the next time. */
  programs?: readonly NewProgram[];
  /** What was handed in, by exercise, with its hash: to be looked at beside the verdict. */
  handedIn?: ReadonlyMap<string, { hash: Buffer; files: ExerciseFiles }>;
  /** The type errors of what was handed in, by the files' hash, where they were newly looked for. */
  types?: readonly NewTypes[];
  /** Of attempts that do not count: kept all the same, so that they need not be graded again. */
  others?: readonly Verdicts[];
}

/** What the files (their hash) of an exercise are graded as: the hash of their program, or theirs where there is none. */
export interface NewProgram {
  exercise: string;
  files: Buffer;
  program: Buffer;
}

export interface NewTypes {
  files: Buffer;
  /** The checker's version. */
  checker: string;
  found: Typed;
}

type Verdicts = ReadonlyMap<string, number | { content: Buffer; verdict: NewVerdict }>;

const HASH_BYTES = 32;

export class Gradebook {
  readonly database: DatabaseSync;
  readonly traces: Traces;
  /** What it holds and was not used, since it cannot be ours: how often, by what it is and why. */
  readonly distrusted = new Map<string, number>();
  private readonly shown: string;
  private readonly statements = new Map<string, StatementSync>();

  private constructor(database: DatabaseSync, shown: string) {
    this.database = database;
    this.shown = shown;
    this.traces = new Traces(database);
  }

  /** The gradebook in `folder` (absolute, and there), made if need be. Throws a UsageError if it cannot be used. */
  static open(folder: string): Gradebook {
    const path = join(folder, "gradebook.sqlite");
    const shown = shownPath(path);
    return new Gradebook(openDatabase(path, shown), shown);
  }

  close(): void {
    this.database.close();
  }

  /** Begins a run. What it needs of the disk is there from now on, or it throws a UsageError. */
  startRun(options: RunOptions, now: Date): Run {
    return this.transaction(() => {
      const { graders, seed, sandbox, fingerprints } = options;
      const exercises = JSON.stringify(Object.keys(fingerprints));
      const { lastInsertRowid } = this.statement(
        "INSERT INTO runs (started, graders, seed, sandbox, exercises) VALUES (?, ?, ?, ?, ?)",
      ).run(now.toISOString(), graders, seed, JSON.stringify(sandbox), exercises);
      const newest = this.get("SELECT coalesce(max(verdict), 0) AS newest FROM verdicts")!.newest as number;
      return new Run(this, Number(lastInsertRowid), options, newest);
    });
  }

  /** Runs `act` so that all that it writes is kept, or nothing if it throws. */
  transaction<T>(act: () => T): T {
    return explaining(this.shown, () => {
      this.database.exec("BEGIN IMMEDIATE");
      try {
        const result = act();
        this.database.exec("COMMIT");
        return result;
      } catch (error) {
        // A full disk has ended it already.
        if (this.database.isTransaction) this.database.exec("ROLLBACK");
        throw error;
      }
    });
  }

  get(sql: string, ...values: SQLInputValue[]): Record<string, unknown> | undefined {
    return explaining(this.shown, () => this.statement(sql).get(...values));
  }

  all(sql: string, ...values: SQLInputValue[]): Record<string, unknown>[] {
    return explaining(this.shown, () => this.statement(sql).all(...values));
  }

  distrust(what: string): void {
    this.distrusted.set(what, (this.distrusted.get(what) ?? 0) + 1);
  }

  /** A prepared statement, the same one for the same text. */
  statement(sql: string): StatementSync {
    const known = this.statements.get(sql) ?? this.database.prepare(sql);
    this.statements.set(sql, known);
    return known;
  }
}

/** One grading of a class, while it goes on. */
export class Run {
  readonly number: number;
  readonly options: RunOptions;
  private readonly gradebook: Gradebook;
  /** The last verdict that was there before this run. */
  private readonly newest: number;
  private readonly conditions = new Map<string, number>();
  /** Verdicts that were looked at, or are this run's own. */
  private readonly sound = new Set<number>();

  constructor(gradebook: Gradebook, number: number, options: RunOptions, newest: number) {
    this.gradebook = gradebook;
    this.number = number;
    this.options = options;
    this.newest = newest;
    for (const exercise of Object.keys(options.fingerprints))
      this.conditions.set(exercise, this.condition(exercise));
  }

  /** Whether it was there before this run. */
  isOlder(verdict: number): boolean {
    return verdict <= this.newest;
  }

  /** What files (their hash) of an exercise are graded as, if that is known. */
  programOf(exercise: string, files: Buffer): Buffer | undefined {
    const row = this.gradebook.get(
      "SELECT program FROM programs WHERE files = ?",
      this.filesKey(exercise, files),
    );
    const program = row && Buffer.from(row.program as Uint8Array);
    if (program === undefined || program.length === HASH_BYTES) return program;
    this.gradebook.distrust(`${exercise}: a program's hash is none`);
    return undefined;
  }

  private filesKey(exercise: string, files: Buffer): Buffer {
    return filesKey(this.options.fingerprints[exercise]!.scenario, files);
  }

  /** Type errors are told in this run, as this checker finds them. `cost`: percent of an exercise's points. */
  askTypes(checker: string, cost: number): void {
    this.gradebook.transaction(() =>
      this.gradebook
        .statement("INSERT INTO types_asked (run, checker, cost) VALUES (?, ?, ?)")
        .run(this.number, checker, cost),
    );
  }

  /** The type errors of files (their hash), as this checker found them; undefined where it did not look yet. */
  typesOf(files: Buffer, checker: string): Typed | undefined {
    return typesOf(this.gradebook, files, checker);
  }

  /** The verdict on this content under this run's conditions; undefined if there is none yet. */
  verdictOn(exercise: string, content: Buffer): KnownVerdict | undefined {
    const sql = `SELECT verdict, score, max_score AS maxScore, outcome, checks FROM verdicts
      WHERE content = ? AND condition = ? AND final`;
    const row = this.gradebook.get(sql, content, this.conditions.get(exercise)!);
    if (!row) return undefined;
    const { verdict, score, maxScore } = row as unknown as KnownVerdict;
    const known = () => ({ verdict, score, maxScore, checks: storedChecks(row.checks) ?? [] });
    if (this.sound.has(verdict)) return known();
    const fault = verdictFault(row as unknown as StoredVerdict, this.options.checks[exercise]!);
    if (fault === undefined) {
      this.sound.add(verdict);
      return known();
    }
    this.gradebook.distrust(`${exercise}: a verdict, since ${fault}`);
    // So it stands in the way of none that is given now.
    this.gradebook.transaction(() =>
      this.gradebook.statement("UPDATE verdicts SET final = 0 WHERE verdict = ?").run(verdict),
    );
    return undefined;
  }

  /** What this content was answered in the same scenarios, when other expectations judged it; undefined if never. */
  answersTo(exercise: string, content: Buffer): Answers | undefined {
    const sql = `SELECT max(verdict) AS verdict FROM verdicts JOIN conditions USING (condition)
      WHERE content = ? AND final AND exercise = ? AND scenario = ? AND surroundings = ? AND seed = ?`;
    const { fingerprints, surroundings, seed } = this.options;
    const { scenario } = fingerprints[exercise]!;
    const verdict = this.gradebook.get(sql, content, exercise, scenario, surroundings, seed)!.verdict;
    return verdict === null ? undefined : this.answersOf(exercise, verdict as number);
  }

  private answersOf(exercise: string, verdict: number): Answers | undefined {
    const rows = this.gradebook.all("SELECT check_id, trace, other FROM answers WHERE verdict = ?", verdict);
    const answers = new Map<string, Answer>();
    for (const { check_id, trace, other } of rows) {
      const answer = this.answer(trace, other);
      if (!answer) {
        this.gradebook.distrust(`${exercise}: what a check was answered`);
        return undefined;
      }
      answers.set(check_id as string, answer);
    }
    return answers;
  }

  private answer(number: unknown, other: unknown): Answer | undefined {
    if (typeof number !== "number") return storedAnswer(other);
    const trace = this.gradebook.traces.read(number);
    return trace && { kind: "trace", trace };
  }

  /**
   * What the reference solution does in a scenario (the hash of all that decides it): the number of that trace, if it is
   * known.
   */
  ghostIn(scenario: Buffer): number | undefined {
    const row = this.gradebook.get("SELECT trace FROM ghosts WHERE scenario = ?", scenario);
    const number = row?.trace as number | undefined;
    if (number === undefined || this.gradebook.traces.has(number)) return number;
    this.gradebook.distrust("a trace of the reference solution");
    return undefined;
  }

  /** Keeps it, and gives its number. */
  keepGhost(scenario: Buffer, trace: Trace): number {
    return this.gradebook.transaction(() => {
      const sql = "INSERT OR REPLACE INTO ghosts (scenario, trace) VALUES (?, ?)";
      const number = this.gradebook.traces.keep(trace);
      this.gradebook.statement(sql).run(scenario, number);
      return number;
    });
  }

  /** Writes one submission with all its verdicts down. */
  record(entry: Entry): void {
    const { position, id, source, submitted, verdicts, programs, handedIn, types = [], others = [] } = entry;
    this.gradebook.transaction(() => {
      const { gradebook, number } = this;
      for (const { exercise, files, program } of programs ?? []) {
        const values = [this.filesKey(exercise, files), program] as const;
        gradebook.statement("INSERT OR REPLACE INTO programs (files, program) VALUES (?, ?)").run(...values);
      }
      gradebook
        .statement("INSERT INTO submissions (run, position, id, source, submitted) VALUES (?, ?, ?, ?, ?)")
        .run(number, position, id, source, submitted ?? null);
      for (const [exercise, verdict] of verdicts) {
        const kept = this.keep(exercise, verdict);
        gradebook
          .statement("INSERT INTO results (run, position, exercise, verdict) VALUES (?, ?, ?, ?)")
          .run(number, position, exercise, kept);
      }
      for (const [exercise, { hash, files }] of handedIn ?? [])
        keepSource(gradebook, { run: number, position, exercise }, hash, files);
      for (const { files, checker, found } of types)
        gradebook
          .statement("INSERT OR REPLACE INTO types (files, checker, found) VALUES (?, ?, ?)")
          .run(files, checker, JSON.stringify(found));
      for (const each of others) for (const [exercise, verdict] of each) this.keep(exercise, verdict);
    });
  }

  private keep(exercise: string, given: number | { content: Buffer; verdict: NewVerdict }): number {
    if (typeof given === "number") return given;
    const { content, verdict } = given;
    const { result, pictures, answers, final } = verdict;
    // Somebody else may have handed in the very same, at the same time.
    const known = final ? this.verdictOn(exercise, content) : undefined;
    if (known) return known.verdict;
    const { gradebook } = this;
    const { lastInsertRowid } = gradebook
      .statement(
        `INSERT INTO verdicts (condition, content, final, score, max_score, outcome, checks)
          VALUES (?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(
        this.conditions.get(exercise)!,
        content,
        Number(final),
        result.score,
        result.maxScore,
        result.outcome,
        JSON.stringify(result.checks),
      );
    const number = Number(lastInsertRowid);
    this.sound.add(number);
    if (verdict.seconds !== undefined)
      gradebook
        .statement("INSERT INTO durations (verdict, seconds) VALUES (?, ?)")
        .run(number, verdict.seconds);
    for (const [check, { trace, ghost }] of pictures)
      gradebook
        .statement("INSERT INTO pictures (verdict, check_id, trace, ghost) VALUES (?, ?, ?, ?)")
        .run(number, check, gradebook.traces.keep(trace), ghost ?? null);
    for (const [check, answer] of final ? answers : []) {
      const [trace, other] =
        answer.kind === "trace"
          ? [gradebook.traces.keep(answer.trace), null]
          : [null, JSON.stringify(answer)];
      gradebook
        .statement("INSERT INTO answers (verdict, check_id, trace, other) VALUES (?, ?, ?, ?)")
        .run(number, check, trace, other);
    }
    return number;
  }

  private condition(exercise: string): number {
    const { fingerprints, surroundings, seed } = this.options;
    const { scenario, judge } = fingerprints[exercise]!;
    const values = [exercise, scenario, judge, surroundings, seed] as const;
    this.gradebook
      .statement(
        `INSERT OR IGNORE INTO conditions (exercise, scenario, judge, surroundings, seed)
          VALUES (?, ?, ?, ?, ?)`,
      )
      .run(...values);
    const sql = `SELECT condition FROM conditions
      WHERE exercise = ? AND scenario = ? AND judge = ? AND surroundings = ? AND seed = ?`;
    return this.gradebook.get(sql, ...values)!.condition as number;
  }
}
