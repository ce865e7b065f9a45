// Which submission is which: no two of one place, no two of one id.
import { basename, sep } from "node:path";
import { UsageError } from "../../lib/usage-error.ts";
import { fold, isArchiveName, withoutArchiveEnding } from "./names.ts";
import type { SubmissionReader } from "./readers.ts";

/** Throws a UsageError if two readers would read the same place. */
export function refuseTwice(readers: readonly SubmissionReader[]) {
  const seen = new Map<string, SubmissionReader>();
  for (const reader of readers) {
    const other = seen.get(reader.place);
    if (other) {
      const both = other.source === reader.source ? "" : `, as "${other.source}" too`;
      throw new UsageError(
        `"${reader.source}" is given twice${both}: alone, and with its folder. Give it once.`,
      );
    }
    seen.set(reader.place, reader);
  }
}

/**
 * An archive that is given beside single submissions is a student's, too, and what is in it is what that student called
 * it: if it looks like a class, its ids begin with the archive's, and no platform's number or name in it is believed.
 */
export function ofTheirArchive(readers: readonly SubmissionReader[], warnings: string[]): SubmissionReader[] {
  if (readers.every(({ member }) => member)) return [...readers];
  const doubtful = readers.filter(({ inner }) => inner);
  if (doubtful.length === 0) return [...readers];
  const renamed = readers.map((reader): SubmissionReader => {
    const { number, called, ...rest } = reader;
    return reader.inner ? { ...rest, id: withoutEndings(reader.source) } : reader;
  });
  const list = renamed.flatMap(({ inner, id }) => (inner ? [id] : [])).join(", ");
  warnings.push(`given beside single submissions, and so nobody else's than their archive's: ${list}`);
  return renamed;
}

/** `Aaron/ada` for `all/Aaron.zip/ada`: from the archive on. */
function withoutEndings(source: string): string {
  const parts = source.split(sep);
  const archive = parts.findIndex((part) => isArchiveName(part));
  return parts.slice(Math.max(archive, 0)).map(withoutArchiveEnding).join("/");
}

/**
 * Gives submissions of one id different ones, not by the order in which they were given. The name stays with who most
 * probably has it: whom the teacher gave by that name comes before who lies in a place, that one before who was packed
 * under it; then who is handed over as most of the class are, as a folder or as an archive of one kind; then their places
 * decide. Ids that only some file system or the eye would take
 * for one (see `fold`) stay what they are: nobody's id depends on what another is called.
 */
export function tellApart(readers: readonly SubmissionReader[], warnings: string[]) {
  const taken = new Set(readers.map(({ id }) => id));
  const kinds = Map.groupBy(readers, kindOf);
  const rank = (reader: SubmissionReader) => Number(reader.member ?? false) + Number(reader.inner ?? false);
  const alike = (reader: SubmissionReader) => kinds.get(kindOf(reader))!.length;
  for (const [id, group] of inOrder(Map.groupBy(readers, (reader) => reader.id))) {
    if (group.length === 1) continue;
    group.sort((a, b) => rank(a) - rank(b) || alike(b) - alike(a) || compare(a.place, b.place));
    for (const reader of group) reader.shared = id;
    for (const reader of group.slice(1)) {
      reader.id = numbered(id, taken);
      taken.add(reader.id);
    }
    const list = group.map((reader) => `"${reader.id}" is ${reader.source}`).join(", ");
    warnings.push(`${group.length} submissions are called "${id}": ${list}`);
  }
  for (const [, group] of inOrder(Map.groupBy(readers, ({ id }) => fold(id)))) {
    if (group.length === 1) continue;
    const list = group.map(({ id, source }) => `"${id}" is ${source}`).sort(compare);
    warnings.push(`${group.length} submissions are hard to tell by name: ${list.join(", ")}`);
  }
}

/** `.zip`, `.tar.gz`…; empty for a folder. */
function kindOf({ place }: SubmissionReader): string {
  const name = basename(place);
  return isArchiveName(name) ? name.slice(withoutArchiveEnding(name).length).toLowerCase() : "";
}

function inOrder<T>(groups: ReadonlyMap<string, T>): [string, T][] {
  return [...groups].sort(([a], [b]) => compare(a, b));
}

function numbered(id: string, taken: ReadonlySet<string>): string {
  for (let number = 2; ; number++) {
    const candidate = `${id} (${number})`;
    if (!taken.has(candidate)) return candidate;
  }
}

/** Order by code units: the same on every machine and in every language. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
