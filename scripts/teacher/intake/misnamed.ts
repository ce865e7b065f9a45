// An exercise's file under another name or in another place: taken where it can only be that, else named with what is expected.
import { posix } from "node:path";
import { readEntry } from "../../../graders/engine/compile/read-exercise.ts";
import type { ExerciseFiles, Submission } from "../../../graders/engine/types.ts";
import { slugOf } from "../../lib/exercise-ids.ts";
import { foldersFor, isStub, type Placed } from "./exercise.ts";
import type { Loose } from "./loose.ts";
import type { Meaning } from "./near-miss.ts";
import { type KnownNames, same } from "./sources.ts";

interface Read {
  /** What was found where it belongs. */
  exercises: Submission["exercises"];
  placed: readonly Placed[];
  known: KnownNames;
}

interface Candidate extends Meaning {
  tree: Loose;
  path: string;
}

const shownAtMost = 4;

/**
 * Of the exercises that are not where they belong, or untouched there, those that lie under other names; and those that
 * are there, with a note, where a copy of another content lies beside.
 */
export async function readMisnamed(
  loose: readonly Loose[],
  ids: readonly string[],
  read: Read,
): Promise<Submission["exercises"]> {
  const groups = Map.groupBy(await candidatesIn(loose, read), ({ id }) => id);
  const found: Submission["exercises"] = {};
  for (const id of ids) {
    const candidates = groups.get(id);
    if (!candidates) continue;
    const there = read.exercises[id];
    const stub = read.known.stubs[id];
    const open = there === undefined || (await isStub(there, stub));
    const taken = open ? await take(id, candidates, stub) : await tellCopies(id, there, candidates, stub);
    // A second stub is no better than the one where it belongs.
    if (taken && !(open && there && (await isStub(taken, stub)))) found[id] = taken;
  }
  return found;
}

async function candidatesIn(loose: readonly Loose[], { placed, known }: Read): Promise<Candidate[]> {
  const used = new Set(placed.flatMap(filesOf));
  const candidates: Candidate[] = [];
  for (const tree of loose) {
    for (const path of await tree.paths()) {
      if (used.has(path)) continue;
      const meaning = known.misses.meaningOf(path);
      if (meaning && !isPlace(path, meaning.id)) candidates.push({ ...meaning, tree, path });
    }
  }
  return candidates;
}

/** The graded file, and what it imports. */
function filesOf({ path, files }: Placed): string[] {
  if ("refused" in files) return [path];
  const folder = path.slice(0, path.length - files.entry.length);
  return Array.from(files.files.keys(), (file) => posix.join(folder, file));
}

function isPlace(path: string, id: string): boolean {
  return foldersFor(id).some((folder) => path === `${folder}${slugOf(id)}.ts`);
}

/** The one that it can be: what says least beside the exercise's name comes first, and what is as it was given last. */
async function take(
  id: string,
  candidates: readonly Candidate[],
  stub: string | undefined,
): Promise<ExerciseFiles | undefined> {
  for (const kind of ["copy", "named", "place"] as const) {
    const different = await contentsOf(
      id,
      candidates.filter(({ by }) => by === kind),
      stub,
    );
    if (different.length > 1) return { refused: "invalid", reason: unclear(id, different) };
    const [only] = different;
    if (only) return "refused" in only.files ? only.files : { ...only.files, note: takenFor(id, only.path) };
  }
  return undefined;
}

/** Those that were begun, each content once; where none was, a stub. */
async function contentsOf(
  id: string,
  candidates: readonly Candidate[],
  stub: string | undefined,
): Promise<Placed[]> {
  const found: Placed[] = [];
  const stubs: Placed[] = [];
  for (const candidate of candidates) {
    const files = await filesAt(id, candidate);
    if (!files || found.some((other) => same(other.files, files))) continue;
    ((await isStub(files, stub)) ? stubs : found).push({ path: candidate.path, files });
  }
  return found.length > 0 ? found : stubs.slice(0, 1);
}

/** As the exercise's own files, whatever the graded one is called. */
async function filesAt(id: string, { tree, path }: Candidate): Promise<ExerciseFiles | undefined> {
  const name = posix.basename(path);
  const files = await readEntry(tree, path.slice(0, path.length - name.length), name);
  if (!files || "refused" in files) return files;
  const entry = `${slugOf(id)}.ts`;
  const others = [...files.files].filter(([each]) => each !== name && each !== entry);
  return { entry, files: new Map([[entry, files.files.get(name)!], ...others]) };
}

async function tellCopies(
  id: string,
  there: ExerciseFiles,
  candidates: readonly Candidate[],
  stub: string | undefined,
): Promise<ExerciseFiles | undefined> {
  if ("refused" in there) return undefined;
  const copies = candidates.filter(({ by }) => by === "copy");
  const others = (await contentsOf(id, copies, stub)).filter(({ files }) => !same(files, there));
  if (others.length === 0) return undefined;
  const note = `\`${slugOf(id)}.ts\` was graded, and not ${listed(others)}.`;
  return { ...there, note: there.note === undefined ? note : `${there.note} ${note}` };
}

function takenFor(id: string, path: string): string {
  return `\`${path}\` was taken for \`${slugOf(id)}.ts\`, which was not there.`;
}

function unclear(id: string, found: readonly Placed[]): string {
  return `Found ${listed(found)}; expected \`${slugOf(id)}.ts\`. Which is meant? Hand in one, under that name.`;
}

function listed(found: readonly Placed[]): string {
  const names = found.slice(0, shownAtMost).map(({ path }) => `\`${path}\``);
  const more = found.length - names.length;
  return more > 0 ? `${names.join(", ")} and ${more} more` : names.join(" and ");
}
