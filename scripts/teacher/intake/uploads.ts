// What each of a student's uploads is read as, where Canvas renamed it.
import type { Owner } from "./platforms/platform.ts";

/** One file of a student's: how it is called where it lies, and whose it is by that. */
export interface Upload {
  name: string;
  owner: Owner;
}

/**
 * What each file is read as: its own name, and without the `-1`, `-2`… that Canvas adds when a student hands in a file of
 * the same name again. Of several, an exercise's file (`isGraded`) is the latest upload. Returns name read -> where.
 */
export function latestUploads(
  uploads: readonly Upload[],
  isGraded: (file: string) => boolean,
): Map<string, string> {
  const files = new Set(uploads.map(({ owner }) => owner.file));
  const read = new Map<string, string>();
  for (const { name, owner } of uploads.toSorted((a, b) => (a.owner.upload ?? 0) - (b.owner.upload ?? 0))) {
    if (owner.file === undefined) continue;
    read.set(owner.file, name);
    const plain = withoutCount(owner);
    if (plain !== undefined && !isGraded(owner.file) && (isGraded(plain) || !files.has(plain)))
      read.set(plain, name);
  }
  return read;
}

function withoutCount({ file, upload }: Owner): string | undefined {
  const match = upload === undefined ? null : /^(.+)-\d+(\.[^.]+)$/.exec(file ?? "");
  return match ? match[1]! + match[2]! : undefined;
}
