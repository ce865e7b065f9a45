// The paths that a teacher gives: whether they are there, once, and may be read.
import { constants } from "node:fs";
import { access, realpath, stat } from "node:fs/promises";
import { UsageError } from "../../lib/usage-error.ts";

export interface Place {
  /** As it was written. */
  given: string;
  absolute: string;
  /** Whatever lies in the folder is one submission's; else what lies in it tells. */
  single?: boolean;
}

export const whatToGive =
  "Give a folder or archive of submissions, one submission's, or an exercise's .ts file.";

/** Throws a UsageError unless each path is there, once, and may be read. */
export async function checkPlaces(places: readonly Place[]): Promise<void> {
  const seen = new Map<string, string>();
  for (const { given, absolute } of places) {
    const real = await reachable(absolute).catch((error) => {
      throw unusable(given, error);
    });
    if (seen.has(real))
      throw new UsageError(`"${given}" and "${seen.get(real)}" are the same path. Give it once.`);
    seen.set(real, given);
  }
}

/** The real path. Rejects unless it can be read; a folder's files, too. */
export async function reachable(absolute: string): Promise<string> {
  const folder = (await stat(absolute)).isDirectory();
  await access(absolute, folder ? constants.R_OK | constants.X_OK : constants.R_OK);
  return realpath(absolute);
}

export function unusable(given: string, error: unknown): UsageError {
  const { code } = error as NodeJS.ErrnoException;
  if (code === "ENOENT" || code === "ENOTDIR")
    return new UsageError(`"${given}" is not there. ${whatToGive}`);
  if (code === "EACCES" || code === "EPERM")
    return new UsageError(
      `"${given}" cannot be read: there is no permission to. Grant it (chmod -R u+rX) and try again.`,
    );
  return new UsageError(`"${given}" cannot be read (${code ?? error}). ${whatToGive}`);
}
