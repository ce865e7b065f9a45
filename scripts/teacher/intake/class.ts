// A class: which of the things in a folder belong to which student.

import type { Tree } from "../../../graders/engine/compile/source-tree.ts";
import type { Owner } from "../identity/owner.ts";
import { downloadOf } from "../identity/platforms.ts";
import type { Folder, Listed } from "./folder.ts";
import { isArchiveName, isGarbled, isHandIn, withoutArchiveEnding } from "./names.ts";
import { Refused } from "./refused.ts";
import { type KnownNames, openPacked, type Packed, type Sources, sourcesIn } from "./sources.ts";
import { latestUploads } from "./uploads.ts";

/** One student's things in a class. */
export interface Member {
  owner: Owner;
  /** The first of what is theirs, as it is called in the class's folder. */
  first: string;
  /** Rejects with Refused if nothing of it may be taken. */
  sources(): Promise<Sources>;
  /** When each of it was changed last (real ms), as far as that is told. */
  times(): Promise<Promise<number | undefined>[]>;
  /** Where it is all in one folder. */
  only?: Folder;
}

export interface Class {
  members: Member[];
  /** What lies among them, might be meant to be graded, and is not. */
  passedOver: string[];
  /** One line each, about names that are not what they seem. */
  notes: string[];
}

interface Part extends Listed {
  owner: Owner;
}

/** The class in this folder, around which `depth` archives lie. Rejects with Refused if it cannot be listed. */
export async function classIn(folder: Folder, known: KnownNames, depth: number): Promise<Class> {
  const entries = await folder.list();
  const groups = new Map<string, Part[]>();
  const passedOver: string[] = [];
  const { owners, pretenders } = downloadOf(entries, isHandIn);
  const notes = pretenders.map((name) => `"${name}" is named as in a platform's download, which this is not`);
  for (const entry of entries) {
    const whose = belongsTo(entry, owners.get(entry.name));
    if (!whose) passedOver.push(...(isHandIn(entry) ? [entry.name] : []));
    else groups.set(whose.key, [...(groups.get(whose.key) ?? []), { ...entry, owner: whose.owner }]);
  }
  const members = Array.from(groups.values(), (parts) => memberOf(folder, parts, known, depth));
  for (const { name, doubt } of owners.values())
    if (doubt) notes.push(`"${name}" may be ${doubt.map((who) => `"${who}"`).join(" or ")}: it is nobody's`);
  return { members, passedOver, notes };
}

/** Things with the same key are one student's: of one platform's number and name. All else is each by itself. */
function belongsTo({ name, kind }: Listed, owner?: Owner): { key: string; owner: Owner } | undefined {
  if (owner && !owner.doubt) return { key: `${owner.name}/${owner.number?.value}`, owner };
  if (owner?.file !== undefined) return { key: `/${name}`, owner: { name, file: owner.file } };
  if (kind !== "file") return { key: `/${name}`, owner: { name } };
  if (isArchiveName(name))
    return { key: `/${name}`, owner: { name: withoutArchiveEnding(name), file: name } };
  return undefined;
}

function memberOf(folder: Folder, parts: readonly Part[], known: KnownNames, depth: number): Member {
  const { name, owner, kind } = parts[0]!;
  const whole = parts.length === 1 && kind === "folder" && !isGarbled(name);
  return {
    owner,
    first: name,
    sources: () => sourcesOf(folder, parts, known, depth),
    times: async () => parts.map((part) => timeOf(folder, part, depth)),
    ...(whole && { only: folder.folder(name) }),
  };
}

/** Of an archive what is in it counts: its own time may be that of the download. */
async function timeOf(folder: Folder, part: Part, depth: number): Promise<number | undefined> {
  const { name, kind, owner } = part;
  if (isGarbled(name) || kind === "link") return undefined;
  if (kind === "folder") return folder.folder(name).newest();
  if (owner.file === undefined || !isArchiveName(owner.file)) return folder.modified(name);
  return (await openPacked(packedPart(folder, part, depth))).newest();
}

async function sourcesOf(
  folder: Folder,
  parts: readonly Part[],
  known: KnownNames,
  depth: number,
): Promise<Sources> {
  const all: Sources = { loose: [], packed: [] };
  for (const { name, kind } of parts) {
    if (isGarbled(name))
      throw new Refused("Its name is not in UTF-8. Rename it, or pack it with UTF-8 names.");
    if (kind === "link") throw new Refused("The folder is a link. Links are not followed.");
    if (kind === "file") continue;
    const { loose, packed } = await sourcesIn(folder.folder(name), known, depth);
    all.loose.push(...loose);
    all.packed.push(...packed);
  }
  const files = parts.filter(({ owner }) => owner.file !== undefined);
  const archives = files.filter(({ owner }) => isArchiveName(owner.file!));
  all.loose.push(
    renamed(
      folder,
      latestUploads(files, (file) => known.files.has(file)),
    ),
  );
  all.packed.push(...archives.map((part) => packedPart(folder, part, depth)));
  return all;
}

/** Files read from the class's folder by the names that they had before the platform named them. */
function renamed(folder: Folder, names: ReadonlyMap<string, string>): Tree {
  return {
    async read(path) {
      const name = names.get(path);
      return name === undefined ? undefined : folder.read(name);
    },
  };
}

function packedPart(folder: Folder, { name, owner }: Part, depth: number): Packed {
  return { shown: owner.file!, depth: depth + 1, bytes: () => folder.bytes(name) };
}
