// Several attempts of one student: `ada/attempt-1`, `ada/attempt-2`; on request also what lies beside each other.
import { basename } from "node:path";
import { withoutArchiveEnding } from "./names.ts";
import type { SubmissionReader } from "./readers.ts";

interface Attempt {
  /** The student's part of the name; may be empty. */
  base: string;
  number: number;
}

/** Asked for: `ada_attempt-1`, `ada_attempt-2` beside each other are one student's. */
export interface Join {
  /** Whether this is somebody's whole id, and so nobody's attempt. */
  apart(id: string): boolean;
}

// `ada_2` is nobody's second attempt: it may well be another student's name.
const ending = /\(?attempt[-_ ]?(\d{1,6})\)?$/i;

/** What a name says of an attempt; undefined if it names none. */
export function attemptNamed(name: string): Attempt | undefined {
  const match = ending.exec(name);
  if (!match) return undefined;
  let end = match.index;
  while (end > 0 && "-_ ".includes(name[end - 1]!)) end--;
  return { base: name.slice(0, end), number: Number(match[1]) };
}

/**
 * One reader for the attempts of each student: it reads the last one, and `attempts` holds all, the last one last. A name
 * like `ada-attempt-2` may be another student's than `ada`'s: only what is nothing but attempts is one student's, unless
 * the teacher says so. What a platform names is never joined by name.
 */
export function gathered(
  readers: readonly SubmissionReader[],
  source: string,
  { join, warnings, harmless }: { join?: Join; warnings: string[]; harmless: Set<string> },
): SubmissionReader[] {
  const only = readers.every(({ id, called }) => called === undefined && attemptNamed(id)?.base === "");
  const all = only
    ? [asOne(readers, withoutArchiveEnding(basename(source)))]
    : beside(readers, source, { ...(join && { join }), warnings });
  const joined = all.flatMap(({ id, attempts }) =>
    attempts ? [`${id} (${attempts.map((each) => basename(each.source)).join(", ")})`] : [],
  );
  const said = `${source}: attempts of one student: ${joined.join("; ")}`;
  if (joined.length > 0) {
    warnings.push(said);
    harmless.add(said);
  }
  return all;
}

function asOne(readers: readonly SubmissionReader[], id: string): SubmissionReader {
  const attempts = readers.toSorted((a, b) => numberOf(a) - numberOf(b));
  return { ...attempts.at(-1)!, id, attempts };
}

/** What is called by the student's name alone came first. */
function numberOf({ id }: SubmissionReader): number {
  return attemptNamed(id)?.number ?? 0;
}

function beside(
  readers: readonly SubmissionReader[],
  source: string,
  { join, warnings }: { join?: Join; warnings: string[] },
): SubmissionReader[] {
  const named = readers.filter(
    ({ id, called, attempts }) =>
      called === undefined && !attempts && attemptNamed(id)?.base && !join?.apart(id),
  );
  const groups = Map.groupBy(named, ({ id }) => attemptNamed(id)!.base);
  if (!join) {
    tellAlike(readers, groups, source, warnings);
    return [...readers];
  }
  const apart = new Set(named);
  const plain = readers.filter((reader) => !apart.has(reader));
  const joined = new Set<SubmissionReader>();
  const students = Array.from(groups, ([base, group]) => {
    // Two of a name are two students, and nobody knows whose the attempts are.
    const same = plain.filter(({ id, called, attempts }) => id === base && called === undefined && !attempts);
    const first = same.length === 1 ? same : [];
    for (const reader of first) joined.add(reader);
    return asOne([...first, ...group], base);
  });
  return [...plain.filter((reader) => !joined.has(reader)), ...students];
}

function tellAlike(
  readers: readonly SubmissionReader[],
  groups: ReadonlyMap<string, readonly SubmissionReader[]>,
  source: string,
  warnings: string[],
) {
  const ids = new Set(readers.map(({ id }) => id));
  const alike = [...groups].filter(([base, group]) => group.length > 1 || ids.has(base));
  if (alike.length === 0) return;
  const list = alike.flatMap(([, group]) => group.map(({ id }) => `"${id}"`)).join(", ");
  warnings.push(
    `${source}: graded each by itself, though named like attempts: ${list}. If they are one student's, add --join-attempts.`,
  );
}
