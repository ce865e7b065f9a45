// Writes a file in one step: whoever reads it, or pulls the plug, finds the old one or the new one, never half of one.
import { randomUUID } from "node:crypto";
import { open, readdir, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/** Longer than any file takes to be written; a temporary file that old belongs to a process that was killed. */
const abandonedMs = 10 * 60_000;

/** The whole of it, or pieces that are asked for as they are written. */
export type Content = string | Uint8Array | Iterable<string | Uint8Array>;

/**
 * Replaces the file at `path`, or makes it. Its folder must be there. Rejects with the system's error (ENOSPC, EACCES…), or
 * with what giving the pieces throws, if it cannot be done; then the old file is as it was, and no other is left.
 */
export async function replaceFile(path: string, content: Content): Promise<void> {
  await written(path, content, (temporary) => rename(temporary, path));
  await settle(dirname(path));
}

/**
 * Rejects, as `replaceFile` would, if no file can be made in `folder`: access() knows nothing of read-only file systems.
 * Also removes what killed runs left there.
 */
export async function tryFolder(folder: string): Promise<void> {
  await removeAbandoned(folder);
  await written(join(folder, "trial"), "", async () => {});
}

async function written(
  path: string,
  content: Content,
  then: (temporary: string) => Promise<void>,
): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
  try {
    // Closed before it is renamed: Windows renames no open file.
    await writeThrough(temporary, content);
    await then(temporary);
  } finally {
    await rm(temporary, { force: true });
  }
}

async function writeThrough(path: string, content: Content): Promise<void> {
  await using file = await open(path, "wx");
  await file.writeFile(content);
  // Some file systems say only now that the disk is full.
  await file.sync();
}

/** Makes the renaming last through a loss of power. Windows cannot, and does so by itself. */
async function settle(folder: string): Promise<void> {
  try {
    await using handle = await open(folder, "r");
    await handle.sync();
  } catch {
    // The file is in its place all the same.
  }
}

async function removeAbandoned(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!/^\..+\.[0-9a-f-]{36}\.tmp$/.test(name)) continue;
    const path = join(folder, name);
    const stats = await stat(path).catch(() => undefined);
    if (stats && Date.now() - stats.mtimeMs > abandonedMs) await rm(path, { force: true });
  }
}
