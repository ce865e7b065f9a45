// Folders around a class that hold nothing else: a download's own folder, the one that a program unpacked into.
import { join } from "node:path";
import type { Folder, Listed } from "./folder.ts";
import { isHandIn } from "./names.ts";
import { downloadOf } from "./platforms/platforms.ts";
import { submittedFiles } from "./platforms/teams.ts";
import type { Located, Search } from "./readers.ts";
import { Refused } from "./refused.ts";
import { type KnownNames, readSources, sourcesIn } from "./sources.ts";

const levelsAtMost = 16;

/** The only folder among these, or Teams' folder of what was handed in; undefined where anything else may be handed in. */
export function wrapperIn(entries: readonly Listed[]): string | undefined {
  const teams = entries.find(({ name, kind }) => kind === "folder" && submittedFiles.test(name));
  if (teams) return teams.name;
  const things = entries.filter(isHandIn);
  return things.length === 1 && things[0]!.kind === "folder" && entries.length === 1
    ? things[0]!.name
    : undefined;
}

export function below({ source, place }: Located, name: string) {
  return { source: join(source, name), place: join(place, name) };
}

/**
 * The class that lies deeper in a folder with nothing but one folder in it: where a platform named what is there, or two
 * folders at least are submissions. Undefined where there is none: then the folder is a student's.
 */
export async function classBelow(located: Located, search: Search): Promise<Located | undefined> {
  let at = located;
  for (let level = 0; level < levelsAtMost; level++) {
    const entries = await at.folder.list();
    const wrapper = wrapperIn(entries);
    if (wrapper === undefined) return level > 0 && (await isClass(at, entries, search)) ? at : undefined;
    const folder: Folder = at.folder.folder(wrapper);
    const inside = await folder.list().catch(() => []);
    const named = await downloadOf(entries, isHandIn, { folder: at.folder, exercises: search.known.ids });
    if (search.known.mark(inside) !== undefined || named.platform)
      return level > 0 && named.platform ? at : undefined;
    at = { ...at, ...below(at, wrapper), folder };
  }
  return undefined;
}

async function isClass({ folder, depth }: Located, entries: readonly Listed[], { known, asked }: Search) {
  if (asked !== undefined) return true;
  const { platform } = await downloadOf(entries, isHandIn, { folder, exercises: known.ids });
  if (platform) return true;
  let count = 0;
  for (const { name, kind } of entries) {
    if (kind === "folder" && (await holdsAnything(folder.folder(name), known, depth))) count++;
    if (count === 2) return true;
  }
  return false;
}

/** Whether something of an exercise is there, be it such as cannot be taken. */
async function holdsAnything(folder: Folder, known: KnownNames, depth: number): Promise<boolean> {
  try {
    return Object.keys(await readSources(await sourcesIn(folder, known, depth), known.ids, known)).length > 0;
  } catch (error) {
    if (error instanceof Refused) return true;
    throw error;
  }
}
