// What was found out of a student's own exercises before. Only the student ever sees it: a teacher's marks never come from it.
import { join } from "node:path";
import type { Trace } from "../../trace/trace.ts";
import { CACHE } from "../edition/cache.ts";
import { KeptFiles, keyOf } from "../edition/kept-files.ts";
import { stateOf } from "../edition/state.ts";
import type { ExerciseFiles, ExerciseVerdict } from "../types.ts";

/** Of an exercise: one goes back and forth between a few attempts, each of which has up to three pieces. */
const MOST_PIECES = 48;
/** A verdict whose traces are larger is given anew. */
const MOST_BYTES = 256 * 1024;

/** A verdict, with the reference's traces for the checks that did not pass, by their ids, once they were asked for. */
export interface Kept {
  verdict: ExerciseVerdict;
  ghosts?: Record<string, Trace>;
}

export interface KnownCheck {
  id: string;
  title: string;
  points: number;
}

export class KeptOwn {
  private readonly files: KeptFiles | undefined;
  private readonly seed: number;

  /** `folder`: by default in the cache; `null`: nothing is kept. */
  constructor(seed: number, folder: string | null = join(CACHE, "own")) {
    this.files = folder === null ? undefined : new KeptFiles(folder, MOST_PIECES, MOST_BYTES);
    this.seed = seed;
  }

  checks(id: string): KnownCheck[] | undefined {
    const found = this.files?.read(id, this.key(id, "checks"));
    return isList(found) ? (found as KnownCheck[]) : undefined;
  }

  keepChecks(id: string, checks: readonly KnownCheck[]): void {
    this.keep(id, this.key(id, "checks"), checks);
  }

  /** Whether a text is no more than its stub. */
  untouched(id: string, source: string, stub: string): boolean | undefined {
    const found = this.files?.read(id, keyOf(["untouched", source, stub]));
    return typeof found === "boolean" ? found : undefined;
  }

  keepUntouched(id: string, source: string, stub: string, untouched: boolean): void {
    this.keep(id, keyOf(["untouched", source, stub]), untouched);
  }

  verdict(id: string, files: ExerciseFiles): Kept | undefined {
    return "refused" in files ? undefined : this.verdictAt(id, this.keyOfFiles(id, files));
  }

  /**
   * The verdict on other files with the same program (its code), which is theirs, too: but where it tells a place in the
   * text it is undefined.
   */
  verdictOnProgram(id: string, files: ExerciseFiles, code: string): Kept | undefined {
    if ("refused" in files) return undefined;
    const pointer = this.files?.read(id, this.keyOfProgram(id, files, code));
    const found = typeof pointer === "string" ? this.verdictAt(id, pointer) : undefined;
    return found?.verdict.checks.some(({ where }) => where) ? undefined : found;
  }

  /** `code`: the program's, if there is one. */
  keepVerdict(id: string, files: ExerciseFiles, code: string | undefined, kept: Kept): void {
    if ("refused" in files) return;
    const key = this.keyOfFiles(id, files);
    this.keep(id, key, kept);
    if (code !== undefined) this.keep(id, this.keyOfProgram(id, files, code), key);
  }

  private verdictAt(id: string, key: string): Kept | undefined {
    const found = this.files?.read(id, key) as Partial<Kept> | undefined;
    return isList(found?.verdict?.checks) ? (found as Kept) : undefined;
  }

  private keyOfFiles(id: string, { entry, files }: Exclude<ExerciseFiles, { refused: string }>): string {
    const texts = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
    return this.key(id, "files", entry, texts);
  }

  private keyOfProgram(
    id: string,
    { entry }: Exclude<ExerciseFiles, { refused: string }>,
    code: string,
  ): string {
    return this.key(id, "program", entry, code);
  }

  private key(id: string, ...of: unknown[]): string {
    if (!this.files) return "";
    const { version, platform, arch } = process;
    return keyOf([stateOf(id), this.seed, version, platform, arch, ...of]);
  }

  /** It is a convenience: where it cannot be written, the next time grades again. */
  private keep(id: string, key: string, value: unknown): void {
    try {
      this.files?.keep(id, key, value);
    } catch {}
  }
}

function isList(found: unknown): found is unknown[] {
  return Array.isArray(found) && found.length > 0;
}
