// Makes a folder in one step: it is there whole, or not at all.
import { randomUUID } from "node:crypto";
import { mkdir, readdir, rename, rm, rmdir } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { UsageError } from "../../lib/usage-error.ts";

/**
 * Has `make` fill a folder beside `dir` (absolute), which then becomes `dir`. Throws a UsageError if `dir` is there and is
 * not an empty folder, or cannot be made. Whatever fails, nothing is left behind.
 */
export async function newFolder(dir: string, make: (temporary: string) => Promise<void>): Promise<void> {
  const there = await isEmptyFolder(dir);
  const temporary = join(dirname(dir), `.${basename(dir)}.${randomUUID()}.tmp`);
  await mkdir(temporary).catch((error: NodeJS.ErrnoException) => {
    const why = error.code === "ENOENT" ? `There is no folder ${dirname(dir)}` : error.message;
    throw new UsageError(`${dir} cannot be made: ${why}. Name another folder, or make its parent first.`);
  });
  try {
    await make(temporary);
    if (there) await rmdir(dir);
    await rename(temporary, dir);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

/** Whether it is there. Throws a UsageError if it is there and is anything else. */
async function isEmptyFolder(dir: string): Promise<boolean> {
  try {
    if ((await readdir(dir)).length === 0) return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return false;
    if (code === "ENOTDIR") throw new UsageError(`${dir} is no folder. Name one that does not exist yet.`);
    throw new UsageError(`${dir} cannot be read (${code}). Name one that does not exist yet.`);
  }
  throw new UsageError(
    `${dir} is not empty. Name a folder that does not exist yet, so that nothing of yours is lost.`,
  );
}
