// Type errors of what was handed in, by TypeScript itself: as an editor shows them, with the project's own settings. Nothing of
// a submission runs, and the checker sees nothing of the machine but what files.ts gives it.
import type { ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { version } from "typescript";
import { API } from "typescript/unstable/async";
import { printable } from "../../../graders/trace/printable.ts";
import { onlyThese } from "./files.ts";

export interface TypeFault {
  /** Relative to the graded file's folder. */
  file: string;
  /** From 1. */
  line: number;
  column: number;
  text: string;
}

export interface Typed {
  /** How many there are in all. */
  count: number;
  /** The first few. */
  faults: TypeFault[];
  /** Why none could be looked for: a sentence. */
  unchecked?: string;
}

/** An exercise's files as they were handed in. */
interface Files {
  entry: string;
  files: ReadonlyMap<string, string>;
}

const unchecked = "Its types keep the checker too long, or crash it.";
const faultsAtMost = 20;
const textAtMost = 400;
/** Real ms for one submission's files; the longest of ours take a hundredth of it. Types can be made to take for ever. */
const PATIENCE = 20_000;
const LOOK_EVERY = 50;
/** Bytes resident. */
const MOST_BYTES = 2 * 1024 ** 3;
/** Some ARM machines have larger pages: there the limit is looser. */
const PAGE = 4096;

const root = join(import.meta.dirname, "../../..");

export class TypeChecker {
  /** What a result depends on beside the files. */
  readonly version: string;
  private readonly settings: object;
  private readonly patience: number;
  private readonly virtual = new Map<string, string>();
  private api: API | undefined;
  private count = 0;
  private queue: Promise<unknown> = Promise.resolve();

  /** `patience`: real ms for the files of one exercise. */
  constructor({ patience = PATIENCE }: { patience?: number } = {}) {
    const text = readFileSync(join(root, "tsconfig.json"), "utf8").replace(/^\s*\/\/.*$/gm, "");
    const { compilerOptions } = JSON.parse(text) as { compilerOptions: object };
    // In an editor it is a matter of the package, and no student's fault.
    this.settings = { ...compilerOptions, moduleDetection: "force" };
    this.version = `${version} ${JSON.stringify(this.settings)}`;
    this.patience = patience;
  }

  /**
   * The type errors of each of these, which are one student's: exercises of others are never checked together. To check all
   * of a student's together takes hardly longer than one.
   */
  check(all: readonly Files[]): Promise<Typed[]> {
    const result = this.queue.then(() => this.checked(all));
    this.queue = result.catch(() => undefined);
    return result;
  }

  async close(): Promise<void> {
    await this.queue;
    await this.api?.close();
    this.api = undefined;
  }

  private async checked(all: readonly Files[]): Promise<Typed[]> {
    const together = all.length > 1 && all.every(({ files }) => [...files.values()].every(isByItself));
    const found = together || all.length === 1 ? await this.attempt(all) : undefined;
    if (found) return found;
    if (all.length === 1) return [{ count: 0, faults: [], unchecked }];
    const each: Typed[] = [];
    for (const one of all)
      each.push(...((await this.attempt([one])) ?? [{ count: 0, faults: [], unchecked }]));
    return each;
  }

  /** Undefined where the checker had to be ended. */
  private async attempt(all: readonly Files[]): Promise<Typed[] | undefined> {
    const top = `/${this.count++}`;
    const parts = all.map(({ entry, files }, index) => ({
      folder: `${top}/${index}`,
      entry,
      files: within(files),
    }));
    this.virtual.clear();
    for (const { folder, files } of parts)
      for (const [name, text] of files) this.virtual.set(posix.join(folder, name), text);
    const config = `${top}/tsconfig.json`;
    const entries = parts.map(({ folder, entry }) => posix.join(folder, entry));
    this.virtual.set(config, JSON.stringify({ compilerOptions: this.settings, files: entries }));
    this.virtual.set(`${top}/package.json`, '{ "type": "module" }');
    this.api ??= new API({ cwd: "/", fs: onlyThese(this.virtual) });
    const { api } = this;
    const begun = performance.now();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<"late">((resolve) => {
      timer = setInterval(() => {
        if (performance.now() - begun > this.patience || bytesOf(processOf(api)) > MOST_BYTES)
          resolve("late");
      }, LOOK_EVERY);
    });
    try {
      const found = await Promise.race([diagnosticsOf(api, config, parts), late]);
      if (found !== "late") return found;
    } catch {
      // Its types crashed the checker.
    } finally {
      clearInterval(timer);
    }
    this.end(api);
    return undefined;
  }

  /** At once: one that computes does not hear that it is to end. */
  private end(api: API) {
    processOf(api)?.kill("SIGKILL");
    this.api = undefined;
  }
}

/** TypeScript does not hand its process out, and nothing but its end stops what it computes. */
function processOf(api: API): ChildProcess | undefined {
  return (api as unknown as { client?: { process?: ChildProcess } }).client?.process;
}

/** 0 where the system (no Linux) does not tell. */
function bytesOf(process: ChildProcess | undefined): number {
  try {
    return Number(readFileSync(`/proc/${process!.pid}/statm`, "utf8").split(" ")[1]) * PAGE;
  } catch {
    return 0;
  }
}

/** Declares nothing beyond its own module, nor asks for other files. The words are the language's, and have no other spelling. */
function isByItself(text: string): boolean {
  return !/\b(?:global|module)\b|\/\/\//.test(text);
}

function within(files: Files["files"]): Map<string, string> {
  return new Map([...files].filter(([name]) => !posix.normalize(name).startsWith("..")));
}

interface Part {
  folder: string;
  files: ReadonlyMap<string, string>;
}

async function diagnosticsOf(api: API, config: string, parts: readonly Part[]): Promise<Typed[]> {
  const snapshot = await api.updateSnapshot({ openProjects: [config] });
  try {
    const project = snapshot.getProject(config);
    if (!project) throw new Error("There is no project.");
    const all: Typed[] = [];
    for (const { folder, files } of parts) {
      const typed: Typed = { count: 0, faults: [] };
      for (const [file, content] of files) {
        const path = posix.join(folder, file);
        const found = [
          ...(await project.program.getSyntacticDiagnostics(path)),
          ...(await project.program.getSemanticDiagnostics(path)),
        ];
        typed.count += found.length;
        const left = faultsAtMost - typed.faults.length;
        typed.faults.push(
          ...found.slice(0, left).map(({ pos, text }) => ({
            file,
            ...placeOf(content, pos),
            text: shown(text.replaceAll(`${folder}/`, "")),
          })),
        );
      }
      all.push(typed);
    }
    return all;
  } finally {
    await snapshot.dispose();
    await api.updateSnapshot({ closeProjects: [config] });
  }
}

function placeOf(text: string, pos: number) {
  const before = text.slice(0, pos).split(/\r\n|\r|\n/);
  return { line: before.length, column: before.at(-1)!.length + 1 };
}

/** Texts hold names and literals of the student's. */
function shown(text: string): string {
  const own = printable(text);
  return own.length > textAtMost ? `${own.slice(0, textAtMost)}…` : own;
}
