// Files that lie loose in a submission: read by their paths, and listed where they may be called otherwise than they should.
import type { Tree } from "../../../graders/engine/compile/source-tree.ts";
import type { Folder } from "./folder.ts";
import { isCodeName } from "./names.ts";

export interface Loose extends Tree {
  /** Where files lie that a graded program can have, sorted by depth, then by name. Never rejects. */
  paths(): Promise<string[]>;
}

/** More than any student writes; no more is looked at. */
const foldersAtMost = 2000;
const pathsAtMost = 2000;

/** In a clone of the whole project these lie beside `exercises`, and hold no student's answers. */
export const ofTheProject: ReadonlySet<string> = new Set(["solutions", "graders", "examples", "scripts"]);

/** All that lies in the folder, but what is called so at its top. */
export function looseIn(folder: Folder, without: ReadonlySet<string> = new Set()): Loose {
  let found: Promise<string[]> | undefined;
  return { read: (path) => folder.read(path), paths: () => (found ??= pathsIn(folder, without)) };
}

/** These files and no others. */
export function onlyThese(read: Tree["read"], names: readonly string[]): Loose {
  return { read, paths: async () => names.filter(isCodeName) };
}

async function pathsIn(top: Folder, without: ReadonlySet<string>): Promise<string[]> {
  const paths: string[] = [];
  const folders = [{ folder: top, prefix: "" }];
  // An Array's iteration also visits what is added during it.
  for (const { folder, prefix } of folders) {
    const entries = await folder.list().catch(() => []);
    const whole = entries.some(({ name }) => name === "exercises");
    for (const { name, kind } of entries) {
      if (prefix === "" && without.has(name)) continue;
      if (whole && ofTheProject.has(name)) continue;
      if (kind === "folder" && folders.length < foldersAtMost)
        folders.push({ folder: folder.folder(name), prefix: `${prefix}${name}/` });
      if (kind === "file" && isCodeName(name) && paths.length < pathsAtMost) paths.push(prefix + name);
    }
  }
  return paths;
}
