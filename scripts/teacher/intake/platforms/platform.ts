// What a platform's file says of its download: how it is recognised, who, when, which attempt, late or not.
import type { PlatformName, PlatformNumber } from "../../identity/owner.ts";
import type { Folder } from "../folder.ts";

export interface Owner {
  /** The student's (or group's) name as the platform writes it, which a student may have chosen: `Ada Lovelace`. */
  name: string;
  /** Who says so; absent where no platform does, and the name is an entry's own. */
  platform?: PlatformName;
  /** Absent where the platform gives none: to a group, or where students are anonymous. */
  number?: PlatformNumber;
  /** An id by which school or platform knows them, and which they did not choose here: `alovelace`. */
  login?: string;
  /** The name is one person's, though no number says so. */
  person?: boolean;
  /** As the platform has it. */
  email?: string;
  /** What the student called the file; absent for a folder, or a text typed into a form. */
  file?: string;
  /** The platform's number for the upload: the later, the higher. Absent where it gives none. */
  upload?: number;
  /** Whose else it could be by its name (`ada_12345`), so that it is nobody's: then `name` is the whole name. */
  doubt?: readonly string[];
  /** When it was handed in: ISO 8601, without an offset where the platform writes its own local time. */
  submitted?: string;
  /** The platform says that it was late, or in time; absent where it says neither. */
  late?: boolean;
  /** Of several hand-ins this one: the later, the greater (in code units). */
  attempt?: string;
  /** Hand-ins complete each other: what a later one lacks counts from an earlier one. */
  adds?: boolean;
  /** Where in the folder the hand-ins lie, if not in it itself: paths of folders, and which of several each is. */
  versions?: readonly Version[];
}

export interface Version {
  path: readonly string[];
  /** Versions of one thing replace each other. */
  of: string;
  attempt: string;
}

/** What lies in a download: how it is called, and whether it is a folder. */
export interface Entry {
  name: string;
  kind: "file" | "folder" | "link";
}

/** What is known beside the names. */
export interface Around {
  /** Where the entries lie; absent where only their names are known. */
  folder?: Folder;
  /** The exercises' ids. */
  exercises: readonly string[];
  /** GitHub's user names in the roster, in small letters. */
  logins?: ReadonlySet<string>;
}

/** One that names downloads after students. The next platform is a file like `canvas.ts`, and a line in `platforms.ts`. */
export interface Platform {
  name: PlatformName;
  /** As it is called in messages. */
  title: string;
  /** What it says of its download beside the student: a few words for `--help`. */
  tells: string;
  /** Whose each entry of one folder is; entries that the platform would not have named so are left out. */
  owners(entries: readonly Entry[], around: Around): Map<string, Owner> | Promise<Map<string, Owner>>;
  /** Its own files in a download, which nobody handed in. */
  own?: RegExp;
  /** People name single files like this, too: one alone says nothing. */
  common?: boolean;
}

/** What `owner` makes of each name that it understands. */
export function ownersBy(
  entries: readonly Entry[],
  owner: (entry: Entry) => Owner | undefined,
): Map<string, Owner> {
  const found = entries.map((entry) => [entry.name, owner(entry)] as const);
  return new Map(found.filter((each): each is [string, Owner] => each[1] !== undefined));
}

/** What all of these begin with. */
export function commonStart(texts: readonly string[]): string {
  const [first = "", ...others] = texts;
  let length = first.length;
  for (const other of others) {
    length = Math.min(length, other.length);
    while (!other.startsWith(first.slice(0, length))) length--;
  }
  return first.slice(0, length);
}
