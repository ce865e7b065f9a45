// The one way from a submission to a verdict: compile, run each check in the sandbox, judge. Every command goes through here.
import { createHash } from "node:crypto";
import type { Grader } from "../kit/grader.ts";
import type { Position } from "../trace/plain.ts";
import { printable } from "../trace/printable.ts";
import type { Trace } from "../trace/trace.ts";
import { runKey } from "../world/stage/random.ts";
import { compile, originalPosition } from "./compile/compile.ts";
import { inSource } from "./compile/in-source.ts";
import { isRepair, readStubs } from "./compile/stubs.ts";
import { usesIn } from "./compile/uses.ts";
import { assets } from "./edition/assets.ts";
import type { Fingerprint } from "./edition/fingerprints.ts";
import {
  type Elsewhere,
  type ProgramElsewhere,
  type Ready,
  transcriptOf,
  verdictsElsewhere,
} from "./elsewhere.ts";
import { EngineError } from "./errors.ts";
import { type Catalogue, diagnosed } from "./judge/catalogue.ts";
import { type Children, confirmed } from "./judge/confirmed.ts";
import { graderError, notRun } from "./judge/judge.ts";
import { Ghosts, type Scenario } from "./reference-runs.ts";
import { ChildHolder } from "./sandbox/child-holder.ts";
import type { Input } from "./sandbox/protocol.ts";
import { Child, DEFAULT_LIMITS, type Limits } from "./sandbox/run.ts";
import { type SandboxCommand, sandboxCommand } from "./sandbox/sandbox.ts";
import type {
  Answers,
  CheckOutcome,
  CheckVerdict,
  Compiled,
  ExerciseFiles,
  ExerciseVerdict,
  Submission,
  SubmissionVerdict,
} from "./types.ts";

export { EngineError } from "./errors.ts";

export interface EngineOptions {
  /** `strict` refuses to grade without the operating system's layer. Default `auto`. Or how to start a child. */
  sandbox?: "auto" | "strict" | ((program: string) => SandboxCommand);
  /** Load only the graders of these ids; default all. */
  only?: string[];
  /** Real ms; see Limits. */
  limits?: Partial<Limits>;
  /** Whether failures are also diagnosed by their traces; default true. Without, the graders alone name misconceptions. */
  catalogue?: boolean;
}

export interface GradeOptions {
  seed: number;
  /** Ids of exercises; default all. */
  only?: string[];
  /** What failed is run once more, watched closely: for the places in the files. It decides nothing. */
  closely?: boolean;
  /** Answers of an earlier verdict on the same files with the same traces, which are judged instead of run again. */
  known?: (id: string) => Answers | undefined;
}

/** How much longer a child may take in which V8 compiles nothing. */
const STEADY_TIME = 4;

/** Loads the graders and builds the sandbox. Throws EngineError if either cannot be done. */
export async function openEngine(options: EngineOptions = {}): Promise<Engine> {
  const { graders, program } = await assets.load(options.only);
  const { sandbox: how } = options;
  const sandbox = typeof how === "function" ? how(program) : sandboxCommand(program, how);
  const catalogueOf = options.catalogue === false ? () => ({}) : assets.catalogue;
  return new Engine(graders, sandbox, { ...DEFAULT_LIMITS, ...options.limits }, catalogueOf);
}

function isFailedRun({ outcome, trace }: CheckVerdict): boolean {
  return outcome !== "passed" && trace !== undefined;
}

export class Engine {
  /** Sorted by id. */
  readonly graders: Grader[];
  /** The sandbox's layers that hold. */
  readonly layers: string[];
  /** What keeps the operating system's layer from holding, in a sentence with its remedy; undefined if it holds. */
  readonly weaker: string | undefined;
  private readonly sandbox: SandboxCommand;
  private readonly limits: Limits;
  private readonly catalogueOf: (id: string) => Catalogue;
  private readonly catalogues = new Map<string, Catalogue>();
  private readonly children = new Set<Child>();
  private readonly compilations = new WeakMap<ExerciseFiles, Compiled>();
  private probed: Promise<void> | undefined;
  private spare: Promise<Child> | undefined;
  private closed = false;
  private readonly stubs: Record<string, string> = readStubs();
  /** What the stubs are compiled to, where that is known. */
  private readonly stubPrograms = new Map<string, Promise<Compiled>>();
  private readonly references = new Map<string, string | undefined>();
  private readonly ghosts = new Ghosts(new ChildHolder(() => this.start()));

  constructor(
    graders: Grader[],
    sandbox: SandboxCommand,
    limits: Limits,
    catalogueOf: (id: string) => Catalogue,
  ) {
    this.graders = graders;
    this.sandbox = sandbox;
    this.layers = sandbox.layers;
    this.weaker = sandbox.weaker;
    this.limits = limits;
    this.catalogueOf = catalogueOf;
  }

  /** SHA-256 over everything that decides a verdict: graders, kit, engine, and the packages that they run on. */
  get gradersHash(): string {
    return assets.hash();
  }

  /** What two runs must have in common, beside their files, graders and seed, to give the same traces. */
  get surroundings(): string {
    const { version, platform, arch } = process;
    return JSON.stringify([this.layers, this.limits, version, platform, arch]);
  }

  /** For each exercise of the graders what decides its traces, and what decides the verdicts on them. */
  async fingerprints(): Promise<Record<string, Fingerprint>> {
    const all = await assets.fingerprints(this.graders.map(({ id }) => id));
    const entries = Object.entries(all).map(([id, { scenario, judge }]) => {
      const diagnosed = createHash("sha256").update(judge + JSON.stringify(this.catalogue(id)));
      return [id, { scenario, judge: diagnosed.digest("hex") }];
    });
    return Object.fromEntries(entries);
  }

  /**
   * What an exercise's files are compiled to; undefined if they are not. Files that differ in comments, types or layout
   * alone give the same program, and so the same verdict. Rejects where the compiler fails by a fault of ours.
   */
  async program(files: ExerciseFiles): Promise<string | undefined> {
    if ("refused" in files) return undefined;
    const compiled = await this.compiled(files);
    return compiled.ok ? compiled.program.code : undefined;
  }

  /** Whoever asks for the program of files may have them graded next: they are compiled once. A failure is tried again. */
  private async compiled(files: Exclude<ExerciseFiles, { refused: string }>): Promise<Compiled> {
    const known = this.compilations.get(files);
    if (known) return known;
    const compiled = await compile(files);
    if (compiled.ok) this.compilations.set(files, compiled);
    return compiled;
  }

  /** Grades every exercise (or those in `only`) of a submission, one after another in one child process. */
  async gradeSubmission(
    submission: Submission,
    { seed, only, known, closely }: GradeOptions,
  ): Promise<SubmissionVerdict> {
    const exercises: ExerciseVerdict[] = [];
    const children = this.newChildren();
    try {
      for (const grader of this.graders) {
        if (only && !only.includes(grader.id)) continue;
        const files = submission.exercises[grader.id];
        const begun = performance.now();
        const verdict = await this.gradeWith(children, grader, files, seed, known?.(grader.id));
        exercises.push({ ...verdict, seconds: (performance.now() - begun) / 1000 });
      }
      // After all that counts.
      for (const verdict of closely ? exercises : [])
        Object.assign(verdict, await this.watched(children, submission.exercises[verdict.id], verdict));
    } finally {
      await this.end(children);
    }
    return { id: submission.id, ...totals(exercises), exercises };
  }

  /**
   * As `gradeSubmission`, with the same verdicts, but what must be run is run elsewhere, in as few requests as possible.
   * Judged is here; and run here what nobody elsewhere gave a verdict on.
   */
  async gradeElsewhere(
    submission: Submission,
    { seed, only, known, closely }: GradeOptions,
    elsewhere: Elsewhere,
  ): Promise<SubmissionVerdict> {
    const children = this.newChildren();
    try {
      const chosen = this.graders.filter(({ id }) => only?.includes(id) ?? true);
      const exercises = await verdictsElsewhere(chosen, elsewhere.run, seed, {
        ready: (grader) => this.ready(grader, submission.exercises[grader.id]),
        known: (grader) => known?.(grader.id),
        verdict: (grader, judged) => this.verdictFrom(grader, judged),
        guarded: (grader, act) => this.guarded(grader, act),
        here: (grader) =>
          elsewhere.here(() => this.gradeWith(children, grader, submission.exercises[grader.id], seed)),
      });
      // Here: it decides nothing, and the report is the same as without other machines.
      const failed = exercises.filter(({ checks }) => checks.some(isFailedRun));
      for (const verdict of closely ? failed : [])
        await elsewhere.here(async () =>
          Object.assign(verdict, await this.watched(children, submission.exercises[verdict.id], verdict)),
        );
      return { id: submission.id, ...totals(exercises), exercises };
    } finally {
      await this.end(children);
    }
  }

  /**
   * Runs the programs of one submission, one after another in one child process, for somebody else to judge: each one's
   * transcript, as JSON. Rejects with the signal's reason at its abort, which kills the child.
   */
  async transcribe(
    programs: readonly ProgramElsewhere[],
    { seed, signal }: { seed: number; signal: AbortSignal },
  ): Promise<string[]> {
    const children = this.newChildren();
    const stop = () => void this.end(children);
    signal.addEventListener("abort", stop);
    try {
      const texts: string[] = [];
      for (const { exercise, ...program } of programs) {
        signal.throwIfAborted();
        texts.push(await transcriptOf(this.grader(exercise), program, children, seed));
      }
      signal.throwIfAborted();
      return texts;
    } finally {
      signal.removeEventListener("abort", stop);
      await this.end(children);
    }
  }

  /**
   * Grades one exercise. `undefined` files: it is missing. Rejects with EngineError on an id that has no grader, and with
   * the signal's reason at its abort, which kills the child at once: a newer save need not wait for an endless loop.
   */
  async gradeExercise(
    id: string,
    files: ExerciseFiles | undefined,
    { seed, signal }: { seed: number; signal?: AbortSignal },
  ): Promise<ExerciseVerdict> {
    const children = this.newChildren(async (start) => {
      signal?.throwIfAborted();
      const started = await start();
      if (signal?.aborted) await started.close();
      return started;
    });
    const stop = () => void this.end(children);
    signal?.addEventListener("abort", stop);
    try {
      const verdict = await this.gradeWith(children, this.grader(id), files, seed);
      signal?.throwIfAborted();
      return verdict;
    } finally {
      signal?.removeEventListener("abort", stop);
      await this.end(children);
    }
  }

  /**
   * The reference solution's trace of the check in the verdict's own scenario (same seed and input), to show what it
   * could have been. `undefined` where there is no reference solution (in a
   * student edition: no record of it in this scenario), or the verdict has no trace. Keeps a child
   * process for the next one until `close()`.
   */
  async ghost(id: string, verdict: CheckVerdict): Promise<Trace | undefined> {
    const known = this.grader(id).checks.some((check) => check.id === verdict.id);
    if (!verdict.trace || !known) return undefined;
    const { seed, input } = verdict.trace;
    const scenario = { check: verdict.id, seed, ...(input === undefined ? {} : { input }) };
    return this.referenceTrace(id, scenario);
  }

  /**
   * The run that the verdict is about once more, on these files of the exercise, watched closely: its trace has every step of
   * the event loop, with places in the files. Undefined if the verdict has no trace, or this run gives none.
   */
  async closely(id: string, files: ExerciseFiles, verdict: CheckVerdict): Promise<Trace | undefined> {
    if ("refused" in files || !verdict.trace) return undefined;
    const children = this.newChildren();
    try {
      const compiled = await this.compiled(files);
      const trace = compiled.ok && (await this.closelyIn(children, id, compiled.program.code, verdict));
      if (!compiled.ok || !trace) return undefined;
      return inSource(trace, ({ line, column }) => originalPosition(compiled.program, line, column));
    } finally {
      await this.end(children);
    }
  }

  /**
   * Where in these files places of their program are; undefined for what is none of theirs. Files of one program may be laid
   * out in many ways.
   */
  async places(
    files: ExerciseFiles,
    places: readonly Position[],
  ): Promise<(Position | undefined)[] | undefined> {
    if ("refused" in files) return undefined;
    const compiled = await this.compiled(files);
    if (!compiled.ok) return undefined;
    const { program } = compiled;
    return places.map(({ line, column }) => originalPosition(program, line, column));
  }

  /** With places in the program, not in any file. */
  private async closelyIn(
    children: Children,
    id: string,
    code: string,
    verdict: CheckVerdict,
  ): Promise<Trace | undefined> {
    const child = await children.shared.get();
    if ((await child.load(id, code)).kind !== "ready") return undefined;
    const { seed, input, choices } = verdict.trace!;
    const order: [] | [number[]] = choices ? [choices.map(({ took }) => took)] : [];
    const inputs: Input[] = [input === undefined ? [] : [input, ...order]];
    let trace: Trace | undefined;
    const series = [{ check: verdict.id, key: runKey(seed, id, verdict.id), inputs }];
    await child.runs(series, { closely: true }, (answer) => {
      if (answer.kind === "trace") trace = { ...answer.trace, seed };
    });
    return trace;
  }

  /** Of the first check that failed; nothing where none did, or that run comes to no end. */
  private async watched(
    children: Children,
    files: ExerciseFiles | undefined,
    { id, checks }: ExerciseVerdict,
  ): Promise<Pick<ExerciseVerdict, "watched">> {
    const failed = checks.find(isFailedRun);
    if (!failed || !files || "refused" in files) return {};
    const compiled = await this.compiled(files);
    if (!compiled.ok) return {};
    const trace = await this.closelyIn(children, id, compiled.program.code, failed).catch(() => undefined);
    return trace ? { watched: { check: failed.id, trace } } : {};
  }

  /** As `ghost`, of a scenario: the check's id, the seed, and the generated input if it has one. */
  async referenceTrace(id: string, scenario: Scenario): Promise<Trace | undefined> {
    const reference = this.reference(id);
    if (reference === undefined) return assets.recordedGhost(id, scenario);
    return this.ghosts.trace(id, reference, scenario);
  }

  /** The reference solution's source; undefined where there is none. */
  reference(id: string): string | undefined {
    if (!this.references.has(id)) this.references.set(id, assets.reference(id));
    return this.references.get(id);
  }

  /** Ends every child and starts no more. What grading under way still gives or rejects with must be thrown away. */
  async close(): Promise<void> {
    this.closed = true;
    await Promise.all(Array.from(this.children, (child) => child.close()));
  }

  private grader(id: string): Grader {
    const grader = this.graders.find((candidate) => candidate.id === id);
    if (!grader)
      throw new EngineError(
        `There is no exercise ${id}. There are: ${this.graders.map((g) => g.id).join(", ")}`,
      );
    return grader;
  }

  private gradeWith(
    children: Children,
    grader: Grader,
    files: ExerciseFiles | undefined,
    seed: number,
    known?: Answers,
  ): Promise<ExerciseVerdict> {
    return this.guarded(grader, async () => {
      const ready = await this.ready(grader, files);
      if (!("program" in ready)) return ready;
      const { program, untouched } = ready;
      return this.verdictFrom(grader, await confirmed(program, children, { seed, untouched, known }));
    });
  }

  /** Whatever fails in it, but the machine's faults, is this exercise's `grader-error`, and no other's. */
  private async guarded<None = never>(
    grader: Grader,
    act: () => Promise<ExerciseVerdict | None>,
  ): Promise<ExerciseVerdict | None> {
    try {
      return await act();
    } catch (error) {
      if (error instanceof EngineError) throw error;
      const fault = error instanceof Error ? (error.stack ?? String(error)) : String(error);
      const { feedback } = graderError(grader.checks[0]!, String(error));
      return { ...unrun(grader, "grader-error", feedback), fault };
    }
  }

  /** The program that is to be run, or the verdict where there is nothing to run. */
  private async ready(grader: Grader, files: ExerciseFiles | undefined): Promise<Ready | ExerciseVerdict> {
    const slug = `${grader.id.slice(3)}.ts`;
    if (!files) return unrun(grader, "missing", `There is no ${slug} for this exercise.`);
    if ("refused" in files) return unrun(grader, files.refused, files.reason);
    const compiled = await this.compiled(files);
    if (!compiled.ok) {
      const { message, outcome, where } = compiled;
      return unrun(grader, outcome, where ? `${placeText(where)}: ${message}` : message, where);
    }
    const { program } = compiled;
    const { code } = program;
    const place = ({ line, column }: Position) => originalPosition(program, line, column);
    const untouched = await this.isStub(grader.id, files.entry, code);
    const uses = (words: readonly string[]) => usesIn(program, files.files, words);
    return { program: { grader, code, place, uses }, untouched };
  }

  private verdictFrom(
    grader: Grader,
    { checks, answers }: { checks: CheckVerdict[]; answers: Answers },
  ): ExerciseVerdict {
    const allPassed = checks.every(({ outcome }) => outcome === "passed");
    const named = allPassed ? checks : diagnosed(checks, this.catalogue(grader.id));
    return { ...summary(grader, named), answers };
  }

  /** Read only when something failed. */
  private catalogue(id: string): Catalogue {
    const known = this.catalogues.get(id) ?? this.catalogueOf(id);
    this.catalogues.set(id, known);
    return known;
  }

  /** Whether it is the program of the exercise's stub. */
  private async isStub(id: string, entry: string, code: string): Promise<boolean> {
    const stub = this.stubs[id];
    // A repair exercise's stub is code with mistakes in it: its checks say which.
    if (stub === undefined || isRepair(stub)) return false;
    const compiling = this.stubPrograms.get(id) ?? compile({ entry, files: new Map([[entry, stub]]) });
    this.stubPrograms.set(id, compiling);
    const compiled = await compiling;
    if (!compiled.ok) this.stubPrograms.delete(id);
    return compiled.ok && compiled.program.code === code;
  }

  private newChildren(begin = (start: () => Promise<Child>) => start()): Children {
    return {
      shared: new ChildHolder(() => begin(() => this.start())),
      steady: new ChildHolder(() => begin(() => this.fresh(true))),
    };
  }

  /** Starts the child of the next submission now, while there is nothing else to do. Never throws. */
  warm(): void {
    this.spare ??= this.fresh();
    this.spare.catch(() => {});
  }

  private async start(): Promise<Child> {
    const { spare } = this;
    this.spare = undefined;
    const child = await spare?.catch(() => undefined);
    return child?.alive ? child : this.fresh();
  }

  private async fresh(steady = false): Promise<Child> {
    if (this.closed) throw new EngineError("The engine is closed. Open another one.");
    const child = steady ? this.steadyChild() : new Child(this.sandbox, this.limits);
    this.children.add(child);
    // Once an engine: every child is the same program in the same sandbox.
    this.probed ??= this.probe(child);
    await this.probed;
    return child;
  }

  private steadyChild(): Child {
    const { args, steadyArgs = args } = this.sandbox;
    const { runMs, exerciseMs } = this.limits;
    const limits = { ...this.limits, runMs: runMs * STEADY_TIME, exerciseMs: exerciseMs * STEADY_TIME };
    return new Child({ ...this.sandbox, args: steadyArgs }, limits);
  }

  /** Tries known escapes in a child that has seen no submission yet. Throws EngineError if one works. */
  private async probe(child: Child): Promise<void> {
    const answer = await child.request({ kind: "probe" });
    if (answer.kind === "probed" && answer.escapes.length === 0) return;
    throw new EngineError(
      answer.kind === "probed"
        ? `The sandbox does not hold (${answer.escapes.join("; ")}), so nothing is graded. Run npm ci, and report this if it stays.`
        : `The sandbox does not start (${"detail" in answer ? answer.detail : answer.kind}). Run npm ci and try again.`,
    );
  }

  private async end({ shared, steady }: Children): Promise<void> {
    for (const child of [...shared.all, ...steady.all]) {
      await child.close();
      this.children.delete(child);
    }
  }
}

function unrun(
  grader: Grader,
  outcome: CheckOutcome,
  message: string,
  where?: CheckVerdict["where"],
): ExerciseVerdict {
  // Said once: eight times the same syntax error is no feedback. It quotes strangers: theirs may not be lines of ours.
  const checks = grader.checks.map((check, index) => ({
    ...notRun(check, outcome, index === 0 ? printable(message) : ""),
    ...(where && index === 0 ? { where } : {}),
  }));
  return summary(grader, checks);
}

function summary(grader: Grader, checks: CheckVerdict[]): ExerciseVerdict {
  const outcome = checks.find((verdict) => verdict.outcome !== "passed")?.outcome ?? "passed";
  return { id: grader.id, ...totals(checks), outcome, checks };
}

function totals(parts: { score: number; maxScore: number }[]): { score: number; maxScore: number } {
  const sum = (key: "score" | "maxScore") => parts.reduce((total, part) => total + part[key], 0);
  return { score: sum("score"), maxScore: sum("maxScore") };
}

function placeText({ file, line, column }: { file?: string; line: number; column: number }): string {
  return `${file ?? "line"} ${line}:${column}`.replace(/^(\S+\.\w+) /, "$1:");
}
