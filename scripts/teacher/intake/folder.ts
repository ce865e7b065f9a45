// A folder as intake looks at it, wherever it lies: on disk, or in an archive.
import { constants } from "node:fs";
import { lstat, open, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { folderTree, type Tree } from "../../../graders/engine/compile/source-tree.ts";
import { maxArchiveBytes, maxEntries, tooLargeArchive } from "./archive/limits.ts";
import { compare } from "./identity.ts";
import { ignored } from "./names.ts";
import { Refused } from "./refused.ts";

export interface Listed {
  name: string;
  /** `link`: to a folder, or to nowhere. Whatever else is no folder is a file; reading tells if it is a regular one. */
  kind: "file" | "folder" | "link";
}

export interface Folder extends Tree {
  /** What lies in it, without what is passed over (see `ignored`), sorted by name. Rejects with Refused. */
  list(): Promise<Listed[]>;
  /** A folder that `list` told of. */
  folder(name: string): Folder;
  /** The whole of a file that `list` told of: an archive. Rejects with Refused. */
  bytes(name: string): Promise<Buffer>;
  /** When a file that `list` told of was changed last (real ms); undefined if nothing tells. */
  modified(name: string): Promise<number | undefined>;
  /** The same of the newest file in it, at whatever depth. */
  newest(): Promise<number | undefined>;
  /** Why nothing in it may be taken, though some of it could be read; undefined if it may. */
  refusal(): string | undefined;
  /** What claims to lie in it and does not: for each, below which part of it (`""` for none), and a sentence. */
  strays(): { within: string; reason: string }[];
  /** What the teacher should know of how it was read: one line each. */
  notes(): string[];
}

/** A folder on disk; `absolute` itself is trusted, what lies in it is not. `hidden` (absolute) is not listed. */
export function diskFolder(absolute: string, hidden?: string): Folder {
  return {
    ...folderTree(absolute),
    list: () => listDisk(absolute, hidden),
    folder: (name) => diskFolder(join(absolute, name)),
    bytes: (name) => readArchive(join(absolute, name), name),
    modified: (name) => changed(join(absolute, name)),
    newest: () => newestOnDisk(absolute),
    refusal: () => undefined,
    strays: () => [],
    notes: () => [],
  };
}

async function changed(path: string): Promise<number | undefined> {
  return lstat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => undefined,
  );
}

/** No link is followed, and no more is looked at than an archive may hold. */
async function newestOnDisk(absolute: string): Promise<number | undefined> {
  const folders = [absolute];
  let newest: number | undefined;
  let left = maxEntries;
  for (const folder of folders) {
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
    for (const entry of entries.filter(({ name }) => !ignored(name)).slice(0, left)) {
      left--;
      const path = join(folder, entry.name);
      // An Array's iteration also visits what is added during it.
      if (entry.isDirectory()) folders.push(path);
      else if (entry.isFile()) newest = Math.max(newest ?? 0, (await changed(path)) ?? 0);
    }
  }
  return newest || undefined;
}

async function listDisk(absolute: string, hidden?: string): Promise<Listed[]> {
  const entries = await readdir(absolute, { withFileTypes: true }).catch((error) => {
    throw new Refused(`The folder cannot be read (${error.code ?? "unknown fault"}).`);
  });
  const seen = entries.filter(({ name }) => !ignored(name) && join(absolute, name) !== hidden);
  const listed = seen.map(async (entry): Promise<Listed> => {
    const { name } = entry;
    if (entry.isDirectory()) return { name, kind: "folder" };
    const link = entry.isSymbolicLink() && (await leadsToFolder(join(absolute, name)));
    return { name, kind: link ? "link" : "file" };
  });
  return (await Promise.all(listed)).sort((a, b) => compare(a.name, b.name));
}

async function leadsToFolder(absolute: string): Promise<boolean> {
  return stat(absolute).then(
    (stats) => stats.isDirectory(),
    () => true, // A link to nowhere: better listed as refused than passed over.
  );
}

/** An archive's bytes, `most` at most. Rejects with Refused for what is no regular file, too large or not to be read; no link is followed. */
export async function readArchive(absolute: string, shown: string, most = maxArchiveBytes): Promise<Buffer> {
  // No following and no waiting for a pipe: what was listed may have been replaced since.
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
  try {
    await using file = await open(absolute, flags);
    const stats = await file.stat();
    if (!stats.isFile()) throw new Refused(`\`${shown}\` is no regular file.`);
    if (stats.size > most) throw new Refused(tooLargeArchive(shown, stats.size, most));
    const buffer = Buffer.alloc(stats.size);
    const { bytesRead } = await file.read(buffer, 0, stats.size, 0);
    return buffer.subarray(0, bytesRead);
  } catch (error) {
    if (error instanceof Refused) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ELOOP") throw new Refused(`\`${shown}\` is a link. Hand in the file itself.`);
    throw new Refused(`\`${shown}\` cannot be read (${code ?? "unknown fault"}).`);
  }
}
