// Which submissions an archive holds: one, or a class.
import { sep } from "node:path";
import type { Listed } from "./folder.ts";
import { isArchiveName, isCodeName } from "./names.ts";
import { oneSubmission } from "./one-or-class.ts";
import { mayBeNamedByPlatform } from "./platforms/platforms.ts";
import {
  type Identity,
  type Located,
  readerOf,
  readersOfClass,
  type Search,
  type SubmissionReader,
} from "./readers.ts";
import { type KnownNames, openPacked } from "./sources.ts";
import { inform, warnOfStrays } from "./warnings.ts";
import { below, wrapperIn } from "./wrappers.ts";

const levelsAtMost = 16;

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
  search.warnings.push(...located.folder.notes().map((note) => `${located.source}: ${note}`));
  const inner = await unwrapped(located, search);
  const entries = await inner.folder.list();
  const one = await oneSubmission(inner, search);
  if (one) return [readerOf(located, who, search.known, inner === located ? one.without : undefined)];
  const archive = await onlyArchive(entries, search.known);
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
  if (inner !== located) warnOfStrays(located, [firstBelow(located, inner)], search);
  const names = readers.map(({ id }) => id).join(", ");
  if (search.tellClass) inform(search, `${located.source}: taken for a class of ${readers.length}: ${names}`);
  return readers;
}

/**
 * Within folders that hold nothing else: programs pack `ada/` as readily as what is in it, and downloads have a folder or
 * two around them. A submission in more than one may be a class of one, whose folder names the student.
 */
async function unwrapped(located: Located, { known }: Search): Promise<Located> {
  let at = located;
  for (let level = 0; level < levelsAtMost; level++) {
    const entries = await at.folder.list();
    const wrapper = wrapperIn(entries);
    if (wrapper === undefined || known.mark(entries) !== undefined) return at;
    const entry = entries.find(({ name }) => name === wrapper)!;
    if (await mayBeNamedByPlatform(entry, { exercises: known.ids, folder: at.folder })) return at;
    const folder = at.folder.folder(wrapper);
    if (level > 0 && known.mark(await folder.list()) !== undefined) return at;
    at = { ...at, ...below(at, wrapper), folder };
  }
  return at;
}

/** The outermost of the folders between. */
function firstBelow(outer: Located, inner: Located): string {
  return inner.source.slice(outer.source.length).split(sep).find(Boolean)!;
}

/** The only archive, where no folder and no code lies beside it and no platform named it after a student. */
export async function onlyArchive(
  entries: readonly Listed[],
  known: KnownNames,
): Promise<string | undefined> {
  const archives = entries.filter(({ name, kind }) => kind === "file" && isArchiveName(name));
  const others = entries.some(({ name, kind }) => kind !== "file" || isCodeName(name));
  const [only] = archives;
  if (archives.length !== 1 || others) return undefined;
  return (await mayBeNamedByPlatform(only!, { exercises: known.ids })) ? undefined : only!.name;
}
