// From the paths that a teacher gives to submissions: which there are, what they are called, how each is read.
import { constants, type Dirent } from "node:fs";
import { access, readdir, realpath, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { readEntry } from "../../graders/engine/read-exercise.ts";
import { folderTree, type Tree } from "../../graders/engine/source-tree.ts";
import type { ExerciseFiles, Submission } from "../../graders/engine/types.ts";
import { slugOf } from "../lib/exercise-ids.ts";
import { UsageError } from "../lib/usage-error.ts";
import { foldersFor, readExercise } from "./exercise.ts";
import { compare, refuseTwice, tellApart } from "./identity.ts";

/** One submission that is there to be read. */
export interface SubmissionReader {
  /** The folder's name; with a number behind it if another has that name. */
  id: string;
  /** Where it is, as the teacher would write it. */
  source: string;
  /** Its real place: no two readers of one run have the same. */
  place: string;
  /** Reads these exercises. What cannot be taken is refused within; rejects only for a fault of ours. */
  read(exerciseIds: readonly string[]): Promise<Submission["exercises"]>;
}

export interface Found {
  /** Sorted by id, in code units. */
  readers: SubmissionReader[];
  /** One line each, about what the teacher may not expect. */
  warnings: string[];
}

export interface Place {
  /** As it was written. */
  given: string;
  absolute: string;
}

const ignored = (name: string) => name.startsWith(".") || name === "node_modules" || name === "__MACOSX";

/** Throws a UsageError unless each path is there, once, and may be read. */
export async function checkPlaces(places: readonly Place[]): Promise<void> {
  const seen = new Map<string, string>();
  for (const { given, absolute } of places) {
    const real = await reachable(absolute).catch((error) => {
      throw unusable(given, error);
    });
    if (seen.has(real))
      throw new UsageError(`"${given}" and "${seen.get(real)}" are the same path. Give it once.`);
    seen.set(real, given);
  }
}

async function reachable(absolute: string): Promise<string> {
  const folder = (await stat(absolute)).isDirectory();
  await access(absolute, folder ? constants.R_OK | constants.X_OK : constants.R_OK);
  return realpath(absolute);
}

/**
 * The submissions at these places. A place is one submission if it holds an exercise's file where one belongs, otherwise
 * a folder of them; or it is such a file itself. `outFolder` (absolute) is never taken for a submission. Throws a
 * UsageError for a place that holds none, cannot be read, or holds what another place holds as well.
 */
export async function findSubmissions(
  places: readonly Place[],
  exerciseIds: readonly string[],
  outFolder?: string,
): Promise<Found> {
  const warnings: string[] = [];
  const readers: SubmissionReader[] = [];
  for (const place of places) readers.push(...(await atPlace(place, exerciseIds, warnings, outFolder)));
  refuseTwice(readers);
  tellApart(readers, warnings);
  return { readers: readers.sort((a, b) => compare(a.id, b.id)), warnings };
}

async function atPlace(place: Place, exerciseIds: readonly string[], warnings: string[], outFolder?: string) {
  const { given, absolute } = place;
  const stats = await stat(absolute).catch((error) => {
    throw unusable(given, error);
  });
  if (stats.isFile()) return [await fileReader(place, exerciseIds)];
  if (!stats.isDirectory()) throw new UsageError(`"${given}" is neither a folder nor a file. ${whatToGive}`);
  const entries = await openFolder(absolute).catch((error) => {
    throw unusable(given, error);
  });
  const tree = folderTree(absolute);
  const held = await holds(tree, exerciseIds);
  if (!held) return folderOfSubmissions(place, entries, warnings, outFolder);
  if (!held.includes("/")) await warnOfSubfolders(place, held, entries, exerciseIds, warnings);
  return [await folderReader(nameOf(absolute), place, tree)];
}

/** A folder's entries. Rejects unless its files can be opened, too. */
async function openFolder(absolute: string): Promise<Dirent[]> {
  await access(absolute, constants.R_OK | constants.X_OK);
  return readdir(absolute, { withFileTypes: true });
}

/** The first exercise file that a submission's root would hold; undefined if it holds none. */
async function holds(tree: Tree, exerciseIds: readonly string[]): Promise<string | undefined> {
  for (const id of exerciseIds) {
    for (const folder of foldersFor(id)) {
      const path = `${folder}${slugOf(id)}.ts`;
      if (await tree.read(path)) return path;
    }
  }
  return undefined;
}

async function folderReader(id: string, { given, absolute }: Place, tree: Tree): Promise<SubmissionReader> {
  const readOne = (exerciseId: string) => readExercise(tree, exerciseId);
  return { id, source: given, place: await realpath(absolute), read: (ids) => collect(ids, readOne) };
}

async function folderOfSubmissions(place: Place, entries: Dirent[], warnings: string[], outFolder?: string) {
  const names = entries
    .filter((entry) => !ignored(entry.name) && join(place.absolute, entry.name) !== outFolder)
    .sort((a, b) => compare(a.name, b.name));
  const readers: SubmissionReader[] = [];
  for (const entry of names) {
    const inner = { given: join(place.given, entry.name), absolute: join(place.absolute, entry.name) };
    if (entry.isDirectory()) readers.push(await subfolderReader(entry.name, inner));
    else if (entry.isSymbolicLink() && (await isFolder(inner.absolute)))
      readers.push(refusedReader(entry.name, inner, "The folder is a link. Links are not followed."));
  }
  const loose = names.filter((entry) => entry.isFile() && /\.(ts|zip|tar|tgz|gz|7z|rar)$/i.test(entry.name));
  const list = loose.map(({ name }) => name).join(", ");
  if (readers.length === 0) throw noSubmission(place, list);
  if (list) warnings.push(`${place.given}: not graded, since only its folders are submissions: ${list}`);
  return readers;
}

async function subfolderReader(id: string, place: Place): Promise<SubmissionReader> {
  try {
    await openFolder(place.absolute);
    return await folderReader(id, place, folderTree(place.absolute));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return refusedReader(id, place, `The folder cannot be read (${code ?? "unknown fault"}).`);
  }
}

function refusedReader(id: string, { given, absolute }: Place, reason: string): SubmissionReader {
  const refuse = async (): Promise<ExerciseFiles> => ({ refused: "invalid", reason });
  return { id, source: given, place: absolute, read: (ids) => collect(ids, refuse) };
}

/** For a path of one exercise's file. What cannot be taken is the teacher's slip here, so it throws. */
async function fileReader(
  { given, absolute }: Place,
  exerciseIds: readonly string[],
): Promise<SubmissionReader> {
  const entry = basename(absolute);
  const exerciseId = exerciseIds.find((each) => `${slugOf(each)}.ts` === entry);
  if (!exerciseId) throw new UsageError(`"${given}" is no exercise's file. ${whatToGive}`);
  const tree = folderTree(dirname(absolute));
  const files = await readEntry(tree, "", entry);
  if (files && "refused" in files) throw new UsageError(`"${given}" cannot be graded. ${files.reason}`);
  const id = ownerOf(absolute, exerciseId);
  const readOne = async (each: string) => (each === exerciseId ? files : undefined);
  return { id, source: given, place: await realpath(absolute), read: (ids) => collect(ids, readOne) };
}

/** The name of the submission that a file belongs to: `ada` for `ada/exercises/03-three-apis/three-apis.ts`. */
function ownerOf(file: string, exerciseId: string): string {
  let folder = dirname(file);
  if (basename(folder) === exerciseId) {
    folder = dirname(folder);
    if (basename(folder) === "exercises") folder = dirname(folder);
  }
  return nameOf(folder);
}

async function collect(
  exerciseIds: readonly string[],
  readOne: (exerciseId: string) => Promise<ExerciseFiles | undefined>,
): Promise<Submission["exercises"]> {
  const exercises: Submission["exercises"] = {};
  for (const exerciseId of exerciseIds) {
    const files = await readOne(exerciseId);
    if (files) exercises[exerciseId] = files;
  }
  return exercises;
}

/** A stray exercise file in a class folder makes it one submission: say so if its subfolders look like submissions. */
async function warnOfSubfolders(
  { given, absolute }: Place,
  held: string,
  entries: Dirent[],
  exerciseIds: readonly string[],
  warnings: string[],
) {
  const names: string[] = [];
  for (const entry of entries) {
    if (!entry.isDirectory() || ignored(entry.name)) continue;
    if (exerciseIds.includes(entry.name) || entry.name === "exercises") continue;
    if (await holds(folderTree(join(absolute, entry.name)), exerciseIds)) names.push(entry.name);
  }
  if (names.length === 0) return;
  const list = names.sort(compare).join(", ");
  warnings.push(`${given}: one submission, since it holds ${held}; not graded in it: ${list}`);
}

function nameOf(folder: string): string {
  return basename(resolve(folder)) || "submission";
}

async function isFolder(absolute: string): Promise<boolean> {
  return stat(absolute).then(
    (stats) => stats.isDirectory(),
    () => true, // A link to nowhere: better listed as refused than passed over.
  );
}

const whatToGive = "Give a folder of submissions, one submission's folder, or an exercise's .ts file.";

function noSubmission({ given }: Place, loose: string): UsageError {
  const remedy = loose
    ? `Put each submission into a folder of its own (unpack archives first): ${loose}`
    : "A submission is a folder with exercises/NN-slug/slug.ts, NN-slug/slug.ts or slug.ts in it.";
  return new UsageError(`"${given}" holds no submission. ${remedy}`);
}

function unusable(given: string, error: unknown): UsageError {
  const { code } = error as NodeJS.ErrnoException;
  if (code === "ENOENT" || code === "ENOTDIR")
    return new UsageError(`"${given}" is not there. ${whatToGive}`);
  if (code === "EACCES" || code === "EPERM")
    return new UsageError(
      `"${given}" cannot be read: there is no permission to. Grant it (chmod -R u+rX) and try again.`,
    );
  return new UsageError(`"${given}" cannot be read (${code ?? error}). ${whatToGive}`);
}
