// What a teacher is told of, since it may not be what was meant.
import type { Located, Search } from "./readers.ts";

/**
 * A loose exercise's file (`mark`) in a class's folder makes it one submission: said if there seem to be others in it,
 * which are given.
 */
export async function warnOfSubfolders(
  { folder, source }: Located,
  mark: string,
  search: Search,
): Promise<string[]> {
  if (mark.endsWith("/")) return [];
  const names: string[] = [];
  for (const { name, kind } of await folder.list()) {
    if (kind !== "folder" || search.known.folders.has(name)) continue;
    const inside = await folder
      .folder(name)
      .list()
      .catch(() => []);
    if (search.known.mark(inside) !== undefined) names.push(name);
  }
  if (names.length === 0) return [];
  const list = names.join(", ");
  search.warnings.push(`${source}: one submission, since it holds ${mark}; not graded in it: ${list}`);
  return names;
}

/** Entries of an archive that lie in none of these folders of it, nor anywhere else in it. */
export function warnOfStrays({ folder, source }: Located, names: readonly string[], { warnings }: Search) {
  const known = new Set(names);
  const astray = folder.strays().filter(({ within }) => !known.has(within.split("/")[0]!));
  warnings.push(...astray.map(({ reason }) => `${source}: passed over: ${reason}`));
}

/** Tells what nobody need look at. */
export function inform({ warnings, harmless }: Search, line: string): void {
  warnings.push(line);
  harmless.add(line);
}
