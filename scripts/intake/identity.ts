// Which submission is which: no two of one place, no two of one name.
import { UsageError } from "../lib/usage-error.ts";
import type { SubmissionReader } from "./submissions.ts";

/** Throws a UsageError if two readers would read the same place. */
export function refuseTwice(readers: SubmissionReader[]) {
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

/** Gives submissions of one name different ids, by their places and not by the order in which they were given. */
export function tellApart(readers: SubmissionReader[], warnings: string[]) {
  const taken = new Set(readers.map(({ id }) => id));
  const groups = Map.groupBy(readers, ({ id }) => id);
  for (const [name, group] of [...groups].sort(([a], [b]) => compare(a, b))) {
    const [first, ...others] = group.sort((a, b) => compare(a.place, b.place));
    for (const reader of others) {
      reader.id = freeName(name, taken);
      taken.add(reader.id);
    }
    if (others.length === 0) continue;
    const list = [first!, ...others].map(({ id, source }) => `"${id}" is ${source}`).join(", ");
    warnings.push(`${group.length} submissions are called "${name}": ${list}`);
  }
}

function freeName(name: string, taken: Set<string>): string {
  for (let number = 2; ; number++) {
    const candidate = `${name} (${number})`;
    if (!taken.has(candidate)) return candidate;
  }
}

/** Order by code units: the same on every machine and in every language. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
