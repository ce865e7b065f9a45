// Whether a place is one submission or a class: anybody in a class may be called as a folder of exercises.
import type { Listed } from "./folder.ts";
import { ofTheProject } from "./loose.ts";
import { isArchiveName } from "./names.ts";
import { downloadOf } from "./platforms/platforms.ts";
import type { Located, Search } from "./readers.ts";
import { Refused } from "./refused.ts";
import { type KnownNames, openPacked, readSources, type Sources, sourcesIn } from "./sources.ts";
import { warnOfSubfolders } from "./warnings.ts";

/** In a clone of the whole project these lie beside `exercises`. */
const manifest = "package.json";

type Inside = Pick<Located, "folder" | "depth">;

export interface One {
  /** What lies beside it, and is somebody's own: nothing of it is this submission's. */
  without: ReadonlySet<string>;
}

/**
 * If what lies here is one submission, what is no part of it; the teacher is told where that is doubtful. An exercise's file says
 * so, which no student puts into a class's folder. An exercise's folder, or `exercises`, may be a student's own: it says so
 * only if no other folder beside it is a submission itself. Where one is, the other places decide that were given: of
 * single submissions this is one, too, and else it is a class. Rejects with Refused if it cannot be listed.
 */
export async function oneSubmission(located: Located, search: Search): Promise<One | undefined> {
  const { source, folder } = located;
  const entries = await folder.list();
  const mark = search.known.mark(entries);
  if (mark === undefined) return (await holdsMisnamed(entries, search)) ? { without: new Set() } : undefined;
  const other = await another(located, entries, search.known);
  if (other === undefined) return { without: new Set(await warnOfSubfolders(located, mark, search)) };
  if (await search.amongSingle()) {
    search.warnings.push(`${source}: one submission, as others that are given; not graded in it: ${other}`);
    return { without: new Set([other]) };
  }
  search.warnings.push(
    `${source}: taken for a class, since "${other}" in it is a submission, and so "${mark.slice(0, -1)}" may be one. ` +
      "If all of it is one student's, give the folder with --single.",
  );
  return undefined;
}

/** Nothing but files, of which one can only be an exercise's under another name, and no platform named them. */
async function holdsMisnamed(entries: readonly Listed[], { known, asked }: Search): Promise<boolean> {
  if (entries.some(({ name, kind }) => kind !== "file" || isArchiveName(name))) return false;
  if (!entries.some(({ name }) => known.misses.meaningOf(name)?.by === "copy")) return false;
  const { platform } = await downloadOf(entries, () => true, { exercises: known.ids }, asked);
  return platform === undefined;
}

/** Whether it is one submission, and nothing in it makes that doubtful. */
export async function isSurelyOne(located: Inside, known: KnownNames): Promise<boolean> {
  const entries = await located.folder.list().catch(() => []);
  return known.mark(entries) !== undefined && (await another(located, entries, known)) === undefined;
}

/** What beside an exercise's folder is a submission itself, so that the folder may be one as well; undefined if nothing. */
async function another(
  { folder, depth }: Inside,
  entries: readonly Listed[],
  known: KnownNames,
): Promise<string | undefined> {
  const files = entries.filter(({ kind }) => kind === "file").map(({ name }) => name);
  if (files.some((name) => name === manifest || known.files.has(name))) return undefined;
  for (const { name, kind } of entries) {
    if (kind !== "folder" || known.folders.has(name) || ofTheProject.has(name)) continue;
    if (await holdsAny(() => sourcesIn(folder.folder(name), known, depth), known)) return name;
  }
  // One archive may well hold what lies there unpacked; two are two students'.
  const packed: string[] = [];
  for (const name of files.filter(isArchiveName)) {
    const open = () => openPacked({ shown: name, depth: depth + 1, bytes: () => folder.bytes(name) });
    if (await holdsAny(async () => sourcesIn(await open(), known, depth + 1), known)) packed.push(name);
    if (packed.length > 1) return packed[0];
  }
  return undefined;
}

/** Whether an exercise's file lies where one belongs, and may be taken. */
async function holdsAny(sources: () => Promise<Sources>, known: KnownNames): Promise<boolean> {
  try {
    const held = await readSources(await sources(), known.ids, known);
    return Object.values(held).some((files) => !("refused" in files));
  } catch (error) {
    if (error instanceof Refused) return false;
    throw error;
  }
}
