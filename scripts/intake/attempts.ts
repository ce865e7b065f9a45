// Several attempts of one student: `ada/attempt-1`, `ada/attempt-2`, or `ada_attempt-1`, `ada_attempt-2` beside each other.
import { basename } from "node:path";
import { withoutArchiveEnding } from "./names.ts";
import type { SubmissionReader } from "./readers.ts";

interface Attempt {
  /** The student's part of the name; may be empty. */
  base: string;
  number: number;
}

// `ada_2` is nobody's second attempt: it may well be another student's name.
const pattern = /^(.*?)[-_ ]*\(?attempt[-_ ]?(\d{1,6})\)?$/i;

/** What a name says of an attempt; undefined if it names none. */
export function attemptNamed(name: string): Attempt | undefined {
  const match = pattern.exec(name);
  return match ? { base: match[1]!, number: Number(match[2]) } : undefined;
}

/** One reader for the attempts of each student: it reads the last one, and `attempts` holds all, the last one last. */
export function gathered(readers: readonly SubmissionReader[], source: string): SubmissionReader[] {
  const [named, plain] = [true, false].map((wanted) =>
    readers.filter(({ id }) => (attemptNamed(id) !== undefined) === wanted),
  ) as [SubmissionReader[], SubmissionReader[]];
  const own = withoutArchiveEnding(basename(source));
  const joined = new Set<SubmissionReader>();
  const students = Array.from(
    Map.groupBy(named, ({ id }) => attemptNamed(id)!.base),
    ([base, group]) => {
      // Two of a name are two students, and nobody knows whose the attempts are.
      const same = plain.filter(({ id }) => id === base);
      const first = same.length === 1 ? same : [];
      for (const reader of first) joined.add(reader);
      const attempts = [...first, ...group].sort((a, b) => numberOf(a) - numberOf(b));
      const { fuller, ...last } = attempts.at(-1)!;
      return { ...last, id: base || own, attempts };
    },
  );
  return [...plain.filter((reader) => !joined.has(reader)), ...students];
}

/** What is called by the student's name alone came first. */
function numberOf({ id }: SubmissionReader): number {
  return attemptNamed(id)?.number ?? 0;
}
