// A student's own exercises on this disk: what they are, and their verdicts. One on an unchanged program was given before,
// and is not asked for again.
import { join } from "node:path";
import type { Trace } from "../../trace/trace.ts";
import { readExercise } from "../compile/read-exercise.ts";
import { isRepair, readStubs } from "../compile/stubs.ts";
import type { Engine } from "../engine.ts";
import { EngineError } from "../errors.ts";
import { isFinal } from "../judge/final.ts";
import type { CheckVerdict, ExerciseFiles, ExerciseVerdict } from "../types.ts";
import { type Kept, KeptOwn, type KnownCheck } from "./kept-own.ts";

/** A student's seed is everybody's. */
const SEED = 1;

/** What grading needs of the engine. */
export type Grading = Pick<Engine, "graders" | "program" | "gradeExercise" | "ghost" | "closely">;

/** The file is still the stub: one with a TODO in it, or one to be repaired. */
export type Untouched = "todo" | "repair";

/** An exercise as it is on disk. */
export interface OwnExercise {
  id: string;
  files: ExerciseFiles;
  untouched: Untouched | undefined;
}

export interface OwnOptions {
  /** The project's folder. */
  root: string;
  /** Called once, and only when something is to be run. */
  open: () => Promise<Grading>;
  /** Where verdicts are kept, if not in the cache; `null`: nowhere, so that all is graded now. */
  folder?: string | null;
}

export class OwnExercises {
  private readonly root: string;
  private readonly open: () => Promise<Grading>;
  private readonly kept: KeptOwn;
  private readonly stubs: Record<string, string>;
  private opening: Promise<Grading> | undefined;

  constructor({ root, open, folder }: OwnOptions) {
    this.root = root;
    this.open = open;
    this.kept = new KeptOwn(SEED, folder);
    this.stubs = readStubs(join(root, "graders", "stubs.json"));
  }

  /** The engine, opened by the first who needs it. */
  engine(): Promise<Grading> {
    this.opening ??= this.open();
    return this.opening;
  }

  /** Reads the exercise's files. A file that is not there is refused as `missing`. */
  async read(id: string): Promise<OwnExercise> {
    const files = await readExercise(join(this.root, "exercises", id), `${id.replace(/^\d+-/, "")}.ts`);
    return { id, files, untouched: await this.howUntouched(id, files) };
  }

  /** The exercise's checks. Rejects with EngineError where there is no grader for it. */
  async checks(id: string): Promise<readonly KnownCheck[]> {
    const known = this.kept.checks(id);
    if (known) return known;
    const { graders } = await this.engine();
    const grader = graders.find((candidate) => candidate.id === id);
    if (!grader) throw new EngineError(`There is no grader graders/${id}.ts.`);
    const checks = grader.checks.map(({ id, title, points }) => ({ id, title, points }));
    this.kept.keepChecks(id, checks);
    return checks;
  }

  /** The verdict on it. Rejects as `Engine.gradeExercise` does. */
  async verdict(own: OwnExercise, signal?: AbortSignal): Promise<ExerciseVerdict> {
    return (await this.graded(own, signal)).verdict;
  }

  /** The verdict, and the reference's traces for the checks that did not pass: no ghost is no reason to fail. */
  async withGhosts(own: OwnExercise, signal?: AbortSignal): Promise<Required<Kept>> {
    const { verdict, ghosts: known, code } = await this.graded(own, signal);
    if (known) return { verdict, ghosts: known };
    const ghosts: Record<string, Trace> = {};
    let whole = true;
    for (const check of verdict.checks) {
      const ghost = await this.ghost(own.id, check).catch(() => {
        whole = false;
        return undefined;
      });
      if (ghost) ghosts[check.id] = ghost;
    }
    signal?.throwIfAborted();
    if (whole && isFinal(verdict)) this.kept.keepVerdict(own.id, own.files, code, { verdict, ghosts });
    return { verdict, ghosts };
  }

  /**
   * The run of a check's verdict, watched closely, of the exercise as it is on disk now, and its files. Undefined if it has none.
   */
  async closely(
    id: string,
    check: CheckVerdict,
  ): Promise<{ trace: Trace; files: Map<string, string> } | undefined> {
    const { files } = await this.read(id);
    if ("refused" in files) return undefined;
    const trace = await (await this.engine()).closely(id, files, check);
    return trace && { trace, files: files.files };
  }

  private async ghost(id: string, check: CheckVerdict): Promise<Trace | undefined> {
    if (check.outcome === "passed" || !check.trace) return undefined;
    return (await this.engine()).ghost(id, check);
  }

  private async graded({ id, files }: OwnExercise, signal?: AbortSignal): Promise<Kept & { code?: string }> {
    const known = this.kept.verdict(id, files);
    if (known) return known;
    const engine = await this.engine();
    // What fails here fails again where it is graded, and is told there.
    const code = await engine.program(files).catch(() => undefined);
    const same = code === undefined ? undefined : this.kept.verdictOnProgram(id, files, code);
    if (same) this.kept.keepVerdict(id, files, code, same);
    if (same) return same;
    const options = { seed: SEED, ...(signal ? { signal } : {}) };
    const { answers: _, ...verdict } = await engine.gradeExercise(id, files, options);
    const fresh: Kept = verdict.outcome === "passed" ? { verdict, ghosts: {} } : { verdict };
    if (isFinal(verdict)) this.kept.keepVerdict(id, files, code, fresh);
    return { ...fresh, ...(code === undefined ? {} : { code }) };
  }

  private async howUntouched(id: string, files: ExerciseFiles): Promise<Untouched | undefined> {
    const stub = this.stubs[id];
    if ("refused" in files || stub === undefined) return undefined;
    const source = files.files.get(files.entry)!;
    if (source !== stub && !(await this.isUntouched(id, source, stub))) return undefined;
    return isRepair(stub) ? "repair" : "todo";
  }

  private async isUntouched(id: string, source: string, stub: string): Promise<boolean> {
    const known = this.kept.untouched(id, source, stub);
    if (known !== undefined) return known;
    // It is most likely begun, and not graded yet: the engine opens while the compiler looks.
    this.engine().catch(() => {});
    const { isUntouched } = await import("../compile/compile.ts");
    const untouched = await isUntouched(source, stub);
    this.kept.keepUntouched(id, source, stub, untouched);
    return untouched;
  }
}
