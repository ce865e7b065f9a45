// Where in a submission its exercises may lie: loose, in a folder around them, in an archive among them.
import { posix } from "node:path";
import { readStubs } from "../../../graders/engine/compile/stubs.ts";
import type { ExerciseFiles, Submission } from "../../../graders/engine/types.ts";
import { slugOf } from "../../lib/exercise-ids.ts";
import { listed } from "../../lib/listed.ts";
import { maxDepth } from "./archive/limits.ts";
import { openArchive, type Whose } from "./archive/open.ts";
import { isStub, type Placed, readPlaces } from "./exercise.ts";
import type { Folder, Listed } from "./folder.ts";
import { type Loose, looseIn } from "./loose.ts";
import { readMisnamed } from "./misnamed.ts";
import { isArchiveName, isCodeName } from "./names.ts";
import { NearMisses } from "./near-miss.ts";
import { Refused } from "./refused.ts";

type Exercises = Submission["exercises"];

export interface Sources {
  /** Looked into first, in this order. */
  loose: Loose[];
  /** Opened only for what is not loose. */
  packed: Packed[];
  /** What was handed in before: looked into for what is not there, where hand-ins complete each other. */
  earlier?: () => Promise<Sources>;
}

export interface Packed {
  /** What the student called the archive. */
  shown: string;
  /** Archives around its content, itself included. */
  depth: number;
  bytes(): Promise<Buffer>;
}

/** Folders around a submission that are looked through. */
const maxNesting = 16;

/** The names by which a submission's root is known, and what students were given under them. */
export class KnownNames {
  readonly ids: readonly string[];
  readonly files: ReadonlySet<string>;
  readonly folders: ReadonlySet<string>;
  /** By exercise. */
  readonly stubs: Readonly<Record<string, string>>;
  readonly misses: NearMisses;

  constructor(exerciseIds: readonly string[], stubs = readStubs()) {
    this.ids = exerciseIds;
    this.stubs = stubs;
    this.files = new Set(exerciseIds.map((id) => `${slugOf(id)}.ts`));
    this.folders = new Set([...exerciseIds, "exercises"]);
    this.misses = new NearMisses(exerciseIds);
  }

  /** What makes a folder a submission's root: an exercise's file or folder, or `exercises`; undefined if nothing does. */
  mark(entries: readonly Listed[]): string | undefined {
    const file = entries.find(({ name, kind }) => kind !== "folder" && this.files.has(name));
    const folder = entries.find(({ name, kind }) => kind !== "file" && this.folders.has(name));
    return folder ? `${folder.name}/` : file?.name;
  }
}

/** The only folder among these, which may be nothing but a wrapper; undefined if there is none or more. */
export function onlyFolder(entries: readonly Listed[]): string | undefined {
  const folders = entries.filter(({ kind }) => kind === "folder");
  return folders.length === 1 ? folders[0]!.name : undefined;
}

/**
 * A submission's folder: `depth` archives lie around it, and folders that hold nothing else are looked through. Nothing is
 * looked for in what is called as in `without`. Rejects with Refused if nothing in it may be taken.
 */
export async function sourcesIn(
  folder: Folder,
  known: KnownNames,
  depth: number,
  without?: ReadonlySet<string>,
): Promise<Sources> {
  const refusal = folder.refusal();
  if (refusal !== undefined) throw new Refused(refusal);
  const packed: Packed[] = [];
  let inner = folder;
  for (let level = 0; ; level++) {
    const entries = await inner.list();
    packed.push(...archivesIn(inner, entries, depth));
    const code = entries.some(({ name, kind }) => kind === "file" && isCodeName(name));
    const wrapper = code || known.mark(entries) !== undefined ? undefined : onlyFolder(entries);
    if (wrapper === undefined || level === maxNesting)
      return { loose: [looseIn(inner, level === 0 ? without : undefined)], packed };
    inner = inner.folder(wrapper);
  }
}

function archivesIn(folder: Folder, entries: readonly Listed[], depth: number): Packed[] {
  const archives = entries.filter(({ name, kind }) => kind === "file" && isArchiveName(name));
  return archives.map(({ name }) => ({ shown: name, depth: depth + 1, bytes: () => folder.bytes(name) }));
}

/**
 * Reads these exercises. What cannot be taken is refused within; rejects only for a fault of ours. Where one lies in
 * several places the first counts, but an answer before a stub that nobody touched; what lies nowhere as it should be
 * called is looked for under other names, then in archives.
 */
export async function readSources(
  sources: Sources,
  ids: readonly string[],
  known: KnownNames,
): Promise<Exercises> {
  const exercises = await readOne(sources, ids, known);
  const open = sources.earlier ? await leftOpen(exercises, ids, known) : [];
  if (open.length === 0) return exercises;
  const before = await readSources(await sources.earlier!(), open, known);
  for (const id of open) {
    const files = before[id];
    if (files && !(exercises[id] && (await isStub(files, known.stubs[id])))) exercises[id] = files;
  }
  return exercises;
}

/** Those that are not there, or as they were given. */
async function leftOpen(exercises: Exercises, ids: readonly string[], known: KnownNames): Promise<string[]> {
  const open: string[] = [];
  for (const id of ids) if (!exercises[id] || (await isStub(exercises[id], known.stubs[id]))) open.push(id);
  return open;
}

async function readOne(
  { loose, packed }: Sources,
  ids: readonly string[],
  known: KnownNames,
): Promise<Exercises> {
  const exercises: Exercises = {};
  const placed: Placed[] = [];
  for (const id of ids) {
    const found: Placed[] = [];
    for (const tree of loose) found.push(...(await readPlaces(tree, id)));
    const begun = await firstBegun(found, known.stubs[id]);
    if (!begun) continue;
    placed.push(begun);
    exercises[id] = withNote(begun, found[0]!);
  }
  const misnamed = await readMisnamed(loose, ids, { exercises, placed, known });
  Object.assign(exercises, misnamed);
  if (packed.length === 0) return exercises;
  const open = await leftOpen(exercises, ids, known);
  if (open.length === 0) return exercises;
  const held: Held[] = [];
  for (const archive of packed) held.push(await readPacked(archive, open, known));
  for (const id of open) {
    const files = await choose(held, id, known.stubs[id]);
    if (files && !(exercises[id] && (await isStub(files, known.stubs[id])))) exercises[id] = files;
  }
  return exercises;
}

/** Where what is looked at first is as it was given, and something else counts, that is said. */
function withNote(chosen: Placed, first: Placed): ExerciseFiles {
  if (chosen === first || "refused" in chosen.files) return chosen.files;
  const note = `\`${first.path}\` is as it was given, so \`${chosen.path}\` was graded.`;
  return { ...chosen.files, note };
}

/**
 * The first of these that was begun: many hand in the folder that they were given, and beside it their answer. Where none
 * was, or no stub is known, the first of all; undefined where there is none.
 */
async function firstBegun(found: readonly Placed[], stub: string | undefined): Promise<Placed | undefined> {
  if (found.length > 1) for (const each of found) if (!(await isStub(each.files, stub))) return each;
  return found[0];
}

/**
 * Where nothing at all is an exercise's, though code was handed in: so it is not called "not handed in". Undefined where
 * there is none, or it may be another exercise's.
 */
export async function unrecognised(
  { loose }: Sources,
  exercises: Exercises,
  asked: readonly string[],
  { misses, files }: KnownNames,
): Promise<Refused | undefined> {
  if (Object.keys(exercises).length > 0) return undefined;
  const paths = (await Promise.all(loose.map((tree) => tree.paths()))).flat();
  const known = (path: string) => misses.meaningOf(path) || files.has(posix.basename(path));
  if (paths.length === 0 || paths.some(known)) return undefined;
  const shown = paths.slice(0, 3).map((path) => `\`${path}\``);
  const example = asked[0] ?? "03-three-apis";
  const expected = `\`exercises/${example}/${slugOf(example)}.ts\`, or \`${slugOf(example)}.ts\``;
  return new Refused(
    `Nothing in it is called as an exercise: found ${listed(shown, paths.length)}; expected such as ${expected}.`,
  );
}

interface Held {
  shown: string;
  exercises: Exercises;
}

async function readPacked(archive: Packed, ids: readonly string[], known: KnownNames): Promise<Held> {
  const { shown, depth } = archive;
  try {
    const sources = await sourcesIn(await openPacked(archive), known, depth);
    return { shown, exercises: await readSources(sources, ids, known) };
  } catch (error) {
    return { shown, exercises: refusedAll(error, ids, `\`${shown}\`: `) };
  }
}

/** An archive as a folder. Rejects with Refused if it cannot be taken, or lies too deep. */
export async function openPacked({ depth, bytes }: Packed, whose?: Whose): Promise<Folder> {
  if (depth > maxDepth)
    throw new Refused("It is an archive in an archive in an archive. Pack it once, or twice at most.");
  return openArchive(await bytes(), whose);
}

/** Every exercise refused as `invalid` for a Refused; throws any other error. */
export function refusedAll(error: unknown, ids: readonly string[], prefix = ""): Exercises {
  if (!(error instanceof Refused)) throw error;
  const refused = { refused: "invalid", reason: prefix + error.message } as const;
  return Object.fromEntries(ids.map((id) => [id, refused]));
}

/** From the archive that holds it. Several may hold it if they hold the same, or all but one what was given. */
async function choose(
  held: readonly Held[],
  id: string,
  stub: string | undefined,
): Promise<ExerciseFiles | undefined> {
  const all = held.flatMap(({ shown, exercises }) =>
    exercises[id] ? [{ shown, files: exercises[id] }] : [],
  );
  const taken = all.filter(({ files }) => !("refused" in files));
  const begun: typeof all = [];
  if (taken.length > 1) for (const each of taken) if (!(await isStub(each.files, stub))) begun.push(each);
  const [first, ...others] = begun.length > 0 ? begun : taken;
  if (!first) return all[0]?.files;
  const other = others.find(({ files }) => !same(first.files, files));
  if (!other) return first.files;
  const reason = `It is in \`${first.shown}\` and, not the same, in \`${other.shown}\`. Hand in one of them.`;
  return { refused: "invalid", reason };
}

export function same(a: ExerciseFiles, b: ExerciseFiles): boolean {
  if ("refused" in a || "refused" in b || a.files.size !== b.files.size) return false;
  return Array.from(a.files).every(([path, text]) => b.files.get(path) === text);
}
