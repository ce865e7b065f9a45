// Which submission is which: no two of one place, no two of one name.
import { UsageError } from "../lib/usage-error.ts";
import { fold } from "./names.ts";
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
 * Gives submissions of one name different ids, by their places and not by the order in which they were given; one that
 * was packed under that name comes after one that lies there under it. Names that some file system or the eye would take
 * for one (see `fold`) are one: no report about one may replace another's.
 */
export function tellApart(readers: readonly SubmissionReader[], warnings: string[]) {
  const groups = [...Map.groupBy(readers, ({ id }) => fold(id))].sort(([a], [b]) => compare(a, b));
  const taken = new Set(groups.map(([name]) => name));
  for (const [, group] of groups) {
    if (group.length === 1) continue;
    const names = [...new Set(group.map(({ id }) => id))].sort(compare);
    group.sort((a, b) => Number(a.inner ?? false) - Number(b.inner ?? false) || compare(a.place, b.place));
    for (const [index, reader] of group.entries()) {
      reader.id = apart(reader, index, taken);
      taken.add(fold(reader.id));
    }
    const called = names.length === 1 ? `called "${names[0]}"` : `hard to tell by name (${quoted(names)})`;
    const list = group.map(({ id, source }) => `"${id}" is ${source}`).join(", ");
    warnings.push(`${group.length} submissions are ${called}: ${list}`);
  }
}

/** The platform's number where it gave one; else the first keeps its name, and the others get a number of ours. */
function apart({ id, fuller }: SubmissionReader, index: number, taken: ReadonlySet<string>): string {
  if (fuller !== undefined && !taken.has(fold(fuller))) return fuller;
  if (index === 0) return id;
  for (let number = 2; ; number++) {
    const candidate = `${id} (${number})`;
    if (!taken.has(fold(candidate))) return candidate;
  }
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(", ");
}

/** Order by code units: the same on every machine and in every language. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
