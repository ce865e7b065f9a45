// From what an archive lists to files and folders: where each may lie, and what may not be taken.

import { listed } from "../../../lib/listed.ts";

/** One thing that an archive lists, whatever kind of archive it is. */
export interface RawEntry {
  /** As the archive has it: with any slashes, perhaps absolute, perhaps leading elsewhere. */
  name: string;
  /** In what it is taken to be written, where it is no UTF-8: nothing says so. */
  encoding?: string;
  kind: "file" | "folder" | "link" | "special";
  /** Bytes, as the archive claims. */
  size: number;
  packed: number;
  /** When it was changed last: real ms. */
  modified?: number;
  /** Why it cannot be unpacked, without its name: a sentence's end. */
  unfit?: string;
  /** Where only that is kept in memory which is asked for: to be called before any file's content is. */
  keep?(): void;
  /** A file's content. Rejects with Refused. */
  bytes(shown: string): Promise<Buffer>;
}

/** A file, or a link, or what else is no folder. */
export interface Leaf {
  kind: "file" | "link";
  size: number;
  packed: number;
  modified?: number;
  /** What follows its name in the sentence that says why it cannot be taken; undefined if it can. */
  unfit?: string;
  keep?(): void;
  bytes(shown: string): Promise<Buffer>;
}

export interface Branch {
  kind: "folder";
  children: Map<string, Leaf | Branch>;
}

/** An entry whose name leads to no place in the archive. */
export interface Stray {
  /** The part of the name that is in order: whose it is. */
  within: string[];
  reason: string;
}

const maxNameLength = 1024;
const maxNesting = 32;

const both = "is both a file and a folder in the archive.";
const twice = "is in the archive more than once. Pack it again, with one.";

export function branch(): Branch {
  return { kind: "folder", children: new Map() };
}

/** The archive's files and folders, without what is `ignored`, and what is astray. */
export function arrange(entries: readonly RawEntry[], ignored: (name: string) => boolean) {
  const root = branch();
  const guessed = new Map<string, string>();
  const strays: Stray[] = [];
  const slash = slashOf(entries);
  for (const entry of entries) {
    const place = placeOf(entry.name, slash);
    if ("reason" in place) strays.push(place);
    else if (!place.parts.some(ignored)) {
      put(root, place.parts, place.folder ? "folder" : entry);
      if (entry.encoding !== undefined) guessed.set(place.parts.join("/"), entry.encoding);
    }
  }
  return { root, strays, notes: guessedNotes(guessed) };
}

/** One line for each encoding. */
function guessedNotes(guessed: ReadonlyMap<string, string>): string[] {
  const all = Map.groupBy(guessed, ([, encoding]) => encoding);
  return Array.from(all, ([encoding, entries]) => {
    const names = [
      ...new Set(entries.map(([path]) => path.split("/").find((part) => /[^\x20-\x7e]/.test(part))!)),
    ];
    return `names that are not in UTF-8 were read as ${encoding}: ${listed(names.map((name) => `"${name}"`))}`;
  });
}

/**
 * Some programs on Windows write `\` for each slash. Elsewhere it is a character like others, which a student's name may
 * have: so it is a slash only where no entry has one.
 */
function slashOf(entries: readonly RawEntry[]): RegExp {
  return entries.some(({ name }) => name.includes("/")) ? /\//g : /\\/g;
}

/** Where an entry of this name lies. */
function placeOf(name: string, slash: RegExp): { parts: string[]; folder: boolean } | Stray {
  const path = name.replaceAll(slash, "/");
  const parts: string[] = [];
  const astray = (reason: string): Stray => ({ within: parts, reason: `${quoted(name)} ${reason}` });
  if (path.startsWith("/")) return astray("is an absolute path.");
  if (/^[a-z]:/i.test(path)) return astray("names a drive.");
  for (const part of path.split("/", maxNameLength)) {
    if (part === "..") return astray("leads out of its folder.");
    if (part.includes("\0")) return astray("has a NUL character in its name.");
    if (part === "" || part === ".") continue;
    if (parts.length === maxNesting || path.length > maxNameLength) return astray("has too long a path.");
    parts.push(part);
  }
  return { parts, folder: path.endsWith("/") };
}

function quoted(name: string): string {
  const short = name.length > 80 ? `${name.slice(0, 80)}…` : name;
  return `\`${short}\``;
}

function put(root: Branch, parts: readonly string[], entry: RawEntry | "folder") {
  let at = root;
  for (const part of parts.slice(0, -1)) {
    const next = at.children.get(part) ?? branch();
    if (next.kind !== "folder") {
      next.unfit ??= both;
      return;
    }
    at.children.set(part, next);
    at = next;
  }
  const name = parts.at(-1);
  if (name === undefined) return;
  const there = at.children.get(name);
  if (entry === "folder" || entry.kind === "folder") {
    if (!there) at.children.set(name, branch());
    else if (there.kind !== "folder") there.unfit ??= both;
  } else if (!there) at.children.set(name, leafOf(entry));
  else at.children.set(name, { ...leafOf(entry), unfit: there.kind === "folder" ? both : twice });
}

function leafOf({ kind, size, packed, modified, unfit, keep, bytes }: RawEntry): Leaf {
  const why = { link: "is a link. Hand in the file itself.", special: "is no regular file." };
  const reason = kind === "link" || kind === "special" ? why[kind] : unfit;
  const shown = kind === "link" ? "link" : "file";
  return {
    kind: shown,
    size,
    packed,
    bytes,
    ...(keep && { keep }),
    ...(modified !== undefined && { modified }),
    ...(reason !== undefined && { unfit: reason }),
  };
}
