// Which submissions an archive holds: one, or a class.
import { basename, join } from "node:path";
import { mayBeNamedByPlatform } from "../identity/platforms.ts";
import type { Listed } from "./folder.ts";
import { isArchiveName, isCodeName } from "./names.ts";
import { isOneSubmission } from "./one-or-class.ts";
import {
  type Identity,
  type Located,
  readerOf,
  readersOfClass,
  type Search,
  type SubmissionReader,
} from "./readers.ts";
import { onlyFolder, openPacked } from "./sources.ts";
import { warnOfStrays } from "./warnings.ts";

/**
 * The submissions in an archive that is called `who`: one if an exercise's file or folder lies where one belongs in a
 * submission, else a class. Around either there may be a folder, and an archive in the archive, if nothing lies beside
 * it. Rejects with Refused if the archive in it cannot be taken.
 */
export async function inArchive(
  located: Located,
  who: Identity,
  search: Search,
): Promise<SubmissionReader[]> {
  const inner = await unwrapped(located, search);
  const entries = await inner.folder.list();
  if (await isOneSubmission(inner, search)) return [readerOf(located, who, search.known)];
  const archive = onlyArchive(entries);
  if (archive !== undefined && located.depth === 1) {
    const depth = 2;
    warnOfStrays(located, [], search);
    const folder = await openPacked(
      { shown: archive, depth, bytes: () => inner.folder.bytes(archive) },
      "a class's",
    );
    return inArchive({ ...below(inner, archive), folder, depth }, who, search);
  }
  const readers = await readersOfClass(inner, search);
  if (readers.length === 0) {
    search.warnings.push(`${located.source}: taken for one submission, though no exercise's file is in it`);
    return [readerOf(located, who, search.known)];
  }
  if (inner !== located) warnOfStrays(located, [basename(inner.source)], search);
  const names = readers.map(({ id }) => id).join(", ");
  if (search.tellClass)
    search.warnings.push(`${located.source}: taken for a class of ${readers.length}: ${names}`);
  return readers;
}

/** The only folder, if there is nothing but that: programs pack `ada/` as readily as what is in it. */
async function unwrapped(located: Located, { known }: Search): Promise<Located> {
  const entries = await located.folder.list();
  const wrapper = onlyFolder(entries);
  if (wrapper === undefined || entries.length > 1) return located;
  if (known.mark(entries) !== undefined || mayBeNamedByPlatform(entries[0]!)) return located;
  return { ...located, ...below(located, wrapper), folder: located.folder.folder(wrapper) };
}

function below({ source, place }: Located, name: string) {
  return { source: join(source, name), place: join(place, name) };
}

/** The only archive, where no folder and no code lies beside it and no platform named it after a student. */
export function onlyArchive(entries: readonly Listed[]): string | undefined {
  const archives = entries.filter(({ name, kind }) => kind === "file" && isArchiveName(name));
  const others = entries.some(({ name, kind }) => kind !== "file" || isCodeName(name));
  const [only] = archives;
  return archives.length === 1 && !others && !mayBeNamedByPlatform(only!) ? only!.name : undefined;
}
