// Which submissions a path on disk holds: a folder, an archive, or an exercise's file.
import { stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { readEntry } from "../../../graders/engine/compile/read-exercise.ts";
import { folderTree } from "../../../graders/engine/compile/source-tree.ts";
import { slugOf } from "../../lib/exercise-ids.ts";
import { UsageError } from "../../lib/usage-error.ts";
import { maxClassBytes } from "./archive/limits.ts";
import { diskFolder, type Listed, readArchive } from "./folder.ts";
import { inArchive, onlyArchive } from "./in-archive.ts";
import { isArchiveName } from "./names.ts";
import { isSurelyOne, oneSubmission } from "./one-or-class.ts";
import { type Place, reachable, unusable, whatToGive } from "./places.ts";
import {
  identityOfArchive,
  identityOfFolder,
  readerOf,
  readersOfClass,
  refusedReader,
  type Search,
  type SubmissionReader,
} from "./readers.ts";
import { Refused } from "./refused.ts";
import { type KnownNames, openPacked } from "./sources.ts";
import { inform } from "./warnings.ts";
import { classBelow } from "./wrappers.ts";

/** Throws a UsageError for a place that holds no submission or cannot be read. */
export async function submissionsAt(place: Place, search: Search): Promise<SubmissionReader[]> {
  const { given, absolute } = place;
  const real = await reachable(absolute).catch((error) => {
    throw unusable(given, error);
  });
  const stats = await stat(real);
  if (stats.isDirectory()) return atFolder(place, real, search);
  if (place.single) throw new UsageError(`--single is for folders, and "${given}" is none. Unpack it first.`);
  if (!stats.isFile()) throw new UsageError(`"${given}" is neither a folder nor a file. ${whatToGive}`);
  if (isArchiveName(absolute)) return atArchive(given, absolute, real, search);
  return [await fileReader(place, real, search)];
}

/** Whether it is a path of one exercise's file, or of a folder that is one submission for sure. */
export async function isSurelySingle({ absolute }: Place, known: KnownNames): Promise<boolean> {
  const stats = await stat(absolute).catch(() => undefined);
  if (stats?.isDirectory()) return isSurelyOne({ folder: diskFolder(absolute), depth: 0 }, known);
  return !isArchiveName(absolute);
}

async function atFolder({ given, absolute, single }: Place, real: string, search: Search) {
  const located = { folder: diskFolder(absolute, search.outFolder), source: given, place: real, depth: 0 };
  const entries = await located.folder.list().catch((error) => {
    throw error instanceof Refused ? new UsageError(`"${given}": ${error.message}`) : error;
  });
  const one = single ? { without: undefined } : await oneSubmission(located, search);
  if (one) return [readerOf(located, identityOfFolder(absolute, search), search.known, one.without)];
  const archive = await onlyArchive(entries, search.known);
  if (archive !== undefined) {
    const [source, path] = [join(given, archive), join(absolute, archive)];
    return atArchive(source, path, join(real, archive), { ...search, tellClass: true });
  }
  const inner = await classBelow(located, search);
  const readers = await readersOfClass(inner ?? located, search);
  if (readers.length > 0) return readers;
  throw noSubmission(given, entries);
}

function noSubmission(given: string, entries: readonly Listed[]): UsageError {
  const loose = entries.filter(({ name }) => name.endsWith(".ts")).map(({ name }) => name);
  const remedy =
    loose.length > 0
      ? `Put each submission into a folder of its own: ${loose.join(", ")}`
      : "A submission is a folder with exercises/NN-slug/slug.ts, NN-slug/slug.ts or slug.ts in it.";
  return new UsageError(`"${given}" holds no submission. ${remedy}`);
}

/** One that cannot be taken is listed as refused: of a hundred archives one must not stop the others. */
async function atArchive(source: string, absolute: string, place: string, search: Search) {
  const who = identityOfArchive(basename(absolute), search);
  const shown = basename(absolute);
  try {
    const folder = await openPacked(
      { shown, depth: 1, bytes: () => readArchive(place, shown, maxClassBytes) },
      "a class's",
    );
    return await inArchive({ folder, source, place, depth: 1 }, who, search);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    // Its own verdict says it again.
    inform(search, `${source}: taken for one submission, and refused: ${error.message}`);
    return [refusedReader({ ...who, source, place }, error)];
  }
}

/** For a path of one exercise's file. What cannot be taken is the teacher's slip here, so it throws. */
async function fileReader(
  { given, absolute }: Place,
  place: string,
  search: Search,
): Promise<SubmissionReader> {
  const entry = basename(absolute);
  const exerciseId = search.known.ids.find((each) => `${slugOf(each)}.ts` === entry);
  if (!exerciseId) throw new UsageError(`"${given}" is no exercise's file. ${whatToGive}`);
  const files = await readEntry(folderTree(dirname(absolute)), "", entry);
  if (files && "refused" in files) throw new UsageError(`"${given}" cannot be graded. ${files.reason}`);
  const who = identityOfFolder(ownerOf(absolute, exerciseId), search);
  const read = async (ids: readonly string[]) =>
    files && ids.includes(exerciseId) ? { [exerciseId]: files } : {};
  const modified = () =>
    stat(absolute).then(
      ({ mtimeMs }) => mtimeMs,
      () => undefined,
    );
  return { ...who, source: given, place, modified, read };
}

/** What names the submission at a place: a path of an exercise's file is named by its submission's folder. */
export function namingPath({ absolute }: Place, known: KnownNames): string {
  const id = known.ids.find((each) => `${slugOf(each)}.ts` === basename(absolute));
  return id === undefined ? absolute : ownerOf(absolute, id);
}

/** The folder of the submission that a file belongs to: `ada` for `ada/exercises/03-three-apis/three-apis.ts`. */
function ownerOf(file: string, exerciseId: string): string {
  const folder = dirname(file);
  if (basename(folder) !== exerciseId) return folder;
  const above = dirname(folder);
  return basename(above) === "exercises" ? dirname(above) : above;
}
