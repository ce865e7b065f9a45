// A class: which of the things in a folder belong to which student.
import type { PlatformName } from "../identity/owner.ts";
import type { Folder, Listed } from "./folder.ts";
import { type Loose, onlyThese } from "./loose.ts";
import { isArchiveName, isGarbled, isHandIn, withoutArchiveEnding } from "./names.ts";
import type { Owner } from "./platforms/platform.ts";
import { downloadOf } from "./platforms/platforms.ts";
import { Refused } from "./refused.ts";
import { type KnownNames, openPacked, type Packed, type Sources, sourcesIn } from "./sources.ts";
import { latestUploads } from "./uploads.ts";

/** What somebody handed in at one time. */
export interface HandIn {
  /** As it is called in the class's folder. */
  first: string;
  /** When it was handed in, by the platform: see `Owner`. */
  submitted?: string;
  late?: boolean;
  /** Rejects with Refused if nothing of it may be taken. */
  sources(): Promise<Sources>;
  /** When each of it was changed last (real ms), as far as that is told. */
  times(): Promise<Promise<number | undefined>[]>;
}

/** One student's things in a class. */
export interface Member extends HandIn {
  owner: Owner;
  /** Where it is all in one folder. */
  only?: Folder;
  /** Each hand-in, the last one last, where the platform tells several apart. */
  attempts?: HandIn[];
}

export interface Class {
  members: Member[];
  /** The platform whose download it is; absent where none is recognised. */
  platform?: { name: PlatformName; title: string };
  /** What lies among them, might be meant to be graded, and is not. */
  passedOver: string[];
  /** One line each, about names that are not what they seem. */
  notes: string[];
}

/** What the search knows of the class. */
export interface About {
  known: KnownNames;
  /** How many archives lie around it. */
  depth: number;
  asked?: PlatformName;
  logins?: ReadonlySet<string>;
}

interface Part extends Listed {
  owner: Owner;
}

/** The class in this folder. Rejects with Refused if it cannot be listed. */
export async function classIn(folder: Folder, about: About): Promise<Class> {
  const entries = await folder.list();
  const { known, logins, asked } = about;
  const around = { folder, exercises: known.ids, ...(logins && { logins }) };
  const { platform, owners, pretenders } = await downloadOf(entries, isHandIn, around, asked);
  const groups = new Map<string, Part[]>();
  const passedOver: string[] = [];
  const notes = pretenders.map((name) => `"${name}" is named as in a platform's download, which this is not`);
  for (const entry of entries) {
    if (platform?.own?.test(entry.name)) continue;
    const whose = belongsTo(entry, owners.get(entry.name));
    if (!whose) passedOver.push(...(isHandIn(entry) ? [entry.name] : []));
    else groups.set(whose.key, [...(groups.get(whose.key) ?? []), { ...entry, owner: whose.owner }]);
  }
  const members = Array.from(groups.values(), (parts) => memberOf(folder, parts, about));
  for (const { name, doubt } of owners.values())
    if (doubt) notes.push(`"${name}" may be ${doubt.map((who) => `"${who}"`).join(" or ")}: it is nobody's`);
  return {
    members,
    passedOver,
    notes,
    ...(platform && { platform: { name: platform.name, title: platform.title } }),
  };
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

function memberOf(folder: Folder, parts: readonly Part[], about: About): Member {
  const { name, owner, kind } = parts[0]!;
  const whole = parts.length === 1 && kind === "folder" && !isGarbled(name) && !owner.versions;
  const handIns = owner.versions ? versionsOf(folder, parts[0]!, about) : attemptsOf(folder, parts, about);
  const { only, last } = handIns;
  return {
    ...last,
    owner,
    first: name,
    ...(whole && { only: folder.folder(name) }),
    ...(only.length > 1 && { attempts: only }),
  };
}

interface HandIns {
  /** Each by itself, in the order of time. */
  only: HandIn[];
  /** What counts where the last one does. */
  last: HandIn;
}

/** By the attempts of which the platform tells; all of it is one where it tells of none. */
function attemptsOf(folder: Folder, parts: readonly Part[], about: About): HandIns {
  const groups = Map.groupBy(parts, ({ owner }) => owner.attempt ?? "");
  const only = [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, group]) => handInOf(folder, group, about));
  const last = only.at(-1)!;
  if (!parts[0]!.owner.adds || only.length === 1) return { only, last };
  return { only, last: { ...last, sources: () => withEarlier(only) } };
}

/** The last one, and what it lacks from those before. */
async function withEarlier(handIns: readonly HandIn[]): Promise<Sources> {
  const last = await handIns.at(-1)!.sources();
  const before = handIns.slice(0, -1);
  return before.length === 0 ? last : { ...last, earlier: () => withEarlier(before) };
}

function handInOf(folder: Folder, parts: readonly Part[], about: About): HandIn {
  const [{ name, owner }] = parts as [Part];
  const told = parts.map((part) => part.owner.submitted).filter((time) => time !== undefined);
  const newest = told.sort().at(-1);
  return {
    first: name,
    ...(newest !== undefined && { submitted: newest }),
    ...(owner.late !== undefined && { late: parts.some((part) => part.owner.late) }),
    sources: () => sourcesOf(folder, parts, about),
    times: async () => parts.map((part) => timeOf(folder, part, about.depth)),
  };
}

/** Folders in a student's folder; of each thing the last version counts. */
function versionsOf(folder: Folder, { name, owner }: Part, about: About): HandIns {
  const at = (path: readonly string[]) =>
    path.reduce((inside, each) => inside.folder(each), folder.folder(name));
  const handIn = (paths: readonly (readonly string[])[]): HandIn => ({
    first: `${name}/${paths[0]!.join("/")}`,
    sources: () => together(paths.map((path) => sourcesIn(at(path), about.known, about.depth))),
    times: async () => paths.map((path) => at(path).newest()),
  });
  const things = Map.groupBy(owner.versions!, ({ of }) => of);
  const sorted = Array.from(things.values(), (each) =>
    each.toSorted((a, b) => (a.attempt < b.attempt ? -1 : 1)).map(({ path }) => path),
  );
  const last = handIn(sorted.map((paths) => paths.at(-1)!));
  // Versions of several things are no attempts at one.
  return { only: sorted.length === 1 ? sorted[0]!.map((path) => handIn([path])) : [last], last };
}

async function together(all: readonly Promise<Sources>[]): Promise<Sources> {
  const each = await Promise.all(all);
  return { loose: each.flatMap(({ loose }) => loose), packed: each.flatMap(({ packed }) => packed) };
}

/** Of an archive what is in it counts: its own time may be that of the download. */
async function timeOf(folder: Folder, part: Part, depth: number): Promise<number | undefined> {
  const { name, kind, owner } = part;
  if (isGarbled(name) || kind === "link") return undefined;
  if (kind === "folder") return folder.folder(name).newest();
  if (owner.file === undefined || !isArchiveName(owner.file)) return folder.modified(name);
  return (await openPacked(packedPart(folder, part, depth))).newest();
}

async function sourcesOf(folder: Folder, parts: readonly Part[], { known, depth }: About): Promise<Sources> {
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
  if (files.length > 0)
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
function renamed(folder: Folder, names: ReadonlyMap<string, string>): Loose {
  const read = async (path: string) => {
    const name = names.get(path);
    return name === undefined ? undefined : folder.read(name);
  };
  return onlyThese(read, [...names.keys()]);
}

function packedPart(folder: Folder, { name, owner }: Part, depth: number): Packed {
  return { shown: owner.file!, depth: depth + 1, bytes: () => folder.bytes(name) };
}
