// Where a package is written.
import { mkdir } from "node:fs/promises";
import { shownPath } from "../../lib/paths.ts";
import { replaceFile } from "../../lib/replace-file.ts";
import { UsageError } from "../../lib/usage-error.ts";

/** Makes the folder (absolute) if need be. Throws a UsageError if it cannot be made. */
export async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    throw cannot(folder, error);
  });
}

/** Writes the file in one step. Throws a UsageError if it cannot be written; then the old one is as it was. */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  await replaceFile(path, content).catch((error: NodeJS.ErrnoException) => {
    throw cannot(path, error);
  });
}

function cannot(path: string, { code }: NodeJS.ErrnoException): UsageError {
  return new UsageError(`"${shownPath(path)}" cannot be written (${code}). Give another folder with --out.`);
}
