// Whether files' dates may be those of the download, or of the copying, and so nobody's fault.
import { lstat, stat } from "node:fs/promises";
import { dirname } from "node:path";

export interface Dated {
  /** The submission's id. */
  id: string;
  /** Where it is, or would be if its archive were a folder: absolute. */
  place: string;
  /** Of its newest file: real ms. */
  time: number;
}

const MINUTE = 60_000;
/** A large class takes minutes to be packed, or copied. */
const WITHIN = 15 * MINUTE;

/**
 * Whose dates may be the download's, by their ids: all, where all lie within minutes of each other; those of half the class
 * and more that do, after it was due; and those that lie within minutes of their archive's own date. One folder alone tells
 * nothing by its files, if they came onto this machine at that very time.
 */
export async function datedByDownload(all: readonly Dated[], due: number): Promise<Set<string>> {
  const packed = new Set<string>();
  for (const each of all) {
    const came = await dateOfArchive(each.place);
    if (came !== undefined && Math.abs(came - each.time) <= WITHIN) packed.add(each.id);
  }
  const [only, ...others] = all;
  if (!only) return packed;
  if (others.length === 0) {
    const changed = await lstat(only.place).catch(() => undefined);
    if (changed && Math.abs(changed.ctimeMs - only.time) <= WITHIN) packed.add(only.id);
    return packed;
  }
  for (const { id } of largestGroup(all, due)) packed.add(id);
  return packed;
}

function largestGroup(all: readonly Dated[], due: number): Dated[] {
  const sorted = all.toSorted((a, b) => a.time - b.time);
  let best: Dated[] = [];
  let end = 0;
  for (let start = 0; start < sorted.length; start++) {
    while (end < sorted.length && sorted[end]!.time - sorted[start]!.time <= WITHIN) end++;
    if (end - start > best.length) best = sorted.slice(start, end);
  }
  const whole = best.length === sorted.length;
  return whole || (best.length * 2 >= sorted.length && best.length > 1 && best[0]!.time > due) ? best : [];
}

/** Undefined for what lies in no archive. */
async function dateOfArchive(place: string): Promise<number | undefined> {
  for (let path = place; dirname(path) !== path; path = dirname(path)) {
    const stats = await stat(path).catch(() => undefined);
    if (stats) return stats.isFile() && path !== place ? stats.mtimeMs : undefined;
  }
  return undefined;
}
