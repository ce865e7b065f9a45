// A submission's files, wherever they lie. Nothing here trusts them: no link is followed, nothing large or odd is read.
import { constants } from "node:fs";
import { lstat, open } from "node:fs/promises";
import { join } from "node:path";

export const maxFileBytes = 256 * 1024;

/** A file's text, or why it cannot be taken (told with paths inside the submission only), or that there is none. */
export type Reading = { text: string } | { refused: string } | undefined;

/** The files of one submission. A folder is one such; an archive may be another. */
export interface Tree {
  /** `path` is relative to the submission's root, with `/`, without `..`. A folder is no file: undefined. */
  read(path: string): Promise<Reading>;
}

/** The tree of a folder on disk. `root` itself is trusted, everything in it is not. */
export function folderTree(root: string): Tree {
  return {
    async read(path) {
      const parts = path.split("/");
      for (let depth = 1; depth <= parts.length; depth++) {
        const shown = parts.slice(0, depth).join("/");
        const found = await look(join(root, shown), shown, depth === parts.length ? "file" : "folder");
        if (found !== "as wanted") return found;
      }
      return readText(join(root, path), path);
    },
  };
}

async function look(absolute: string, shown: string, wanted: "file" | "folder") {
  try {
    const stats = await lstat(absolute);
    if (stats.isSymbolicLink()) return { refused: `\`${shown}\` is a link. Hand in the file itself.` };
    if (stats.isDirectory()) return wanted === "folder" ? "as wanted" : undefined;
    if (wanted === "folder") return undefined;
    return stats.isFile() ? "as wanted" : { refused: `\`${shown}\` is no regular file.` };
  } catch (error) {
    return failure(error, shown);
  }
}

async function readText(absolute: string, shown: string): Promise<Reading> {
  // What was looked at may have been replaced since: hence no following, no waiting for a pipe, and a second look.
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
  try {
    await using file = await open(absolute, flags);
    const stats = await file.stat();
    if (!stats.isFile()) return { refused: `\`${shown}\` is no regular file.` };
    if (stats.size > maxFileBytes) return tooLarge(shown, stats.size);
    const buffer = Buffer.alloc(maxFileBytes + 1);
    const length = await fill(file, buffer);
    return length > maxFileBytes ? tooLarge(shown, length) : decode(buffer.subarray(0, length), shown);
  } catch (error) {
    return failure(error, shown);
  }
}

async function fill(file: Awaited<ReturnType<typeof open>>, buffer: Buffer): Promise<number> {
  let length = 0;
  while (length < buffer.length) {
    const { bytesRead } = await file.read(buffer, length, buffer.length - length, length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return length;
}

/**
 * The bytes as text, byte order mark included. UTF-16, which some editors and Windows' `>` write, is told by its mark, or by
 * the zeros of which it is full; all else is refused unless it is valid UTF-8.
 */
export function decode(bytes: Uint8Array, shown: string): Reading {
  try {
    return { text: new TextDecoder(encodingOf(bytes), { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { refused: `\`${shown}\` is not UTF-8 text. Save it with the encoding UTF-8.` };
  }
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes.length % 2 !== 0 || bytes.length < 4) return "utf-8";
  const [first, second] = [bytes[0]!, bytes[1]!];
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  // Code is ASCII for the most part: every second byte is 0, and none of the others is.
  let [even, odd] = [0, 0];
  for (let index = 0; index < bytes.length; index++) if (bytes[index] === 0) index % 2 === 0 ? even++ : odd++;
  const most = (bytes.length / 2) * 0.7;
  if (odd >= most && even === 0) return "utf-16le";
  return even >= most && odd === 0 ? "utf-16be" : "utf-8";
}

export function tooLarge(shown: string, bytes: number): Reading {
  return {
    refused: `\`${shown}\` has ${Math.ceil(bytes / 1024)} KiB; at most ${maxFileBytes / 1024} KiB are taken.`,
  };
}

function failure(error: unknown, shown: string): Reading {
  const { code } = error as NodeJS.ErrnoException;
  if (code === "ENOENT" || code === "ENOTDIR" || code === "ENAMETOOLONG") return undefined;
  if (code === "ELOOP") return { refused: `\`${shown}\` is a link. Hand in the file itself.` };
  if (code === "EACCES" || code === "EPERM")
    return { refused: `\`${shown}\` cannot be read: there is no permission to.` };
  return { refused: `\`${shown}\` cannot be read (${code ?? "unknown fault"}).` };
}
