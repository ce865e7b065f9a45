// A folder in an archive. What is read of it is unpacked into memory, and nowhere else.
import {
  decode,
  maxFileBytes,
  type Reading,
  tooLarge,
} from "../../../../graders/engine/compile/source-tree.ts";
import type { Folder, Listed } from "../folder.ts";
import { compare } from "../identity.ts";
import { fold, ignored, isArchiveName, isProgramName } from "../names.ts";
import { Refused } from "../refused.ts";
import type { Branch, Leaf, Stray } from "./entries.ts";
import { maxArchiveBytes, maxEntries, tooLargeArchive, tooManyEntries, tooMuch } from "./limits.ts";

/** `branch` as a folder; `strays`: those that lie within it, by their names in it. */
export function archiveFolder(branch: Branch, strays: readonly Stray[]): Folder {
  let twins: Map<string, string> | undefined;
  return {
    async read(path) {
      const parts = path.split("/");
      const found = find(branch, parts);
      if (!found || found.leaf.unfit === undefined)
        return found && readLeaf(found, path, (twins ??= twinsIn(branch)));
      return { refused: `\`${found.shown}\` ${found.leaf.unfit}` };
    },
    list: async () => listed(branch),
    folder: (name) => inside(branch, strays, name),
    bytes: (name) => archiveBytes(branch, name),
    modified: async (name) => newestIn(branch.children.get(name)),
    newest: async () => newestIn(branch),
    refusal: () => (strays[0] ? `${strays[0].reason} Pack it again, without that.` : overLimits(branch)),
    notes: () => [],
    strays: () => strays.map(({ within, reason }) => ({ within: within.join("/"), reason })),
  };
}

function inside(branch: Branch, strays: readonly Stray[], name: string): Folder {
  const child = branch.children.get(name);
  if (child?.kind !== "folder") throw new Error(`No folder ${name} was listed`);
  const below = strays.filter(({ within }) => within[0] === name);
  return archiveFolder(
    child,
    below.map(({ within, reason }) => ({ within: within.slice(1), reason })),
  );
}

function newestIn(item: Branch | Leaf | undefined): number | undefined {
  if (item?.kind !== "folder") return item?.modified;
  const times = Array.from(item.children, ([name, child]) => (ignored(name) ? undefined : newestIn(child)));
  return times.reduce((a, b) => (a === undefined || (b !== undefined && b > a) ? b : a), undefined);
}

/**
 * Has the archive keep what may be read of it. In a class's each student's part counts for itself, and of one with too much
 * nothing is read: whoever packs too much fills no memory.
 */
export function keepWhatMayBeRead(root: Branch) {
  const [part, ...others] = root.children.values();
  if (part?.kind === "folder" && others.length === 0) keepWhatMayBeRead(part);
  else for (const each of root.children.values()) if (!isTooMuch(each)) keepAll(each);
}

function isTooMuch(item: Branch | Leaf): boolean {
  return (item.kind === "folder" ? overLimits(item) : tooMuch("", item.packed, item.size)) !== undefined;
}

function keepAll(item: Branch | Leaf) {
  if (item.kind !== "folder") item.keep?.();
  else for (const child of item.children.values()) keepAll(child);
}

function overLimits(branch: Branch): string | undefined {
  const { entries, size, packed } = measured(branch);
  if (entries > maxEntries) return tooManyEntries("It", maxEntries);
  return tooMuch("It", packed, size);
}

function measured(branch: Branch): { entries: number; size: number; packed: number } {
  const total = { entries: 0, size: 0, packed: 0 };
  for (const child of branch.children.values()) {
    const { entries, size, packed } = child.kind === "folder" ? measured(child) : { entries: 0, ...child };
    total.entries += 1 + entries;
    total.size += size;
    total.packed += packed;
  }
  return total;
}

interface Found {
  leaf: Leaf;
  shown: string;
  /** False where it stands in the place of a folder. */
  whole: boolean;
}

function find(branch: Branch, parts: readonly string[]): Found | undefined {
  let at: Branch = branch;
  for (const [index, part] of parts.entries()) {
    const next = at.children.get(part);
    if (!next) return undefined;
    const whole = index === parts.length - 1;
    if (next.kind !== "folder") return { leaf: next, shown: parts.slice(0, index + 1).join("/"), whole };
    at = next;
  }
  return undefined;
}

async function readLeaf({ leaf, whole }: Found, path: string, twins: Map<string, string>): Promise<Reading> {
  if (!whole) return undefined;
  const twin = twins.get(path);
  if (twin) return { refused: `\`${path}\` and \`${twin}\` are one file to some systems. Pack only one.` };
  if (leaf.size > maxFileBytes) return tooLarge(path, leaf.size);
  try {
    return decode(await leaf.bytes(path), path);
  } catch (error) {
    if (error instanceof Refused) return { refused: error.message };
    throw error;
  }
}

/** Files whose paths differ only as in `fold`, each with another such: unpacked, one would overwrite the other. */
function twinsIn(branch: Branch): Map<string, string> {
  const groups = Map.groupBy(pathsIn(branch, ""), fold);
  const twins = new Map<string, string>();
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    for (const [index, path] of group.entries()) twins.set(path, group[index === 0 ? 1 : 0]!);
  }
  return twins;
}

function* pathsIn(branch: Branch, prefix: string): Generator<string> {
  for (const [name, child] of branch.children) {
    if (child.kind === "folder") yield* pathsIn(child, `${prefix}${name}/`);
    else if (isProgramName(name)) yield prefix + name;
  }
}

function listed(branch: Branch): Listed[] {
  const all = Array.from(branch.children, ([name, { kind }]): Listed => {
    // Where a link leads is not asked; by its name it stands for a file or for a folder.
    const file = kind === "link" && (isArchiveName(name) || /\.\w{1,4}$/.test(name));
    return { name, kind: file ? "file" : kind };
  });
  return all.sort((a, b) => compare(a.name, b.name));
}

async function archiveBytes(branch: Branch, name: string): Promise<Buffer> {
  const leaf = branch.children.get(name);
  if (!leaf || leaf.kind === "folder") throw new Error(`No file ${name} was listed`);
  if (leaf.unfit !== undefined) throw new Refused(`\`${name}\` ${leaf.unfit}`);
  if (leaf.size > maxArchiveBytes) throw new Refused(tooLargeArchive(name, leaf.size));
  const reason = tooMuch(`\`${name}\``, leaf.packed, leaf.size);
  if (reason) throw new Refused(reason);
  return leaf.bytes(name);
}
