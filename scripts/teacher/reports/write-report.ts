// How a report gets onto the disk: in one step, piece by piece, and with a remedy if it cannot.
import { join } from "node:path";
import { shownPath } from "../../lib/paths.ts";
import { replaceFile } from "../../lib/replace-file.ts";
import { UsageError } from "../../lib/usage-error.ts";

/** How much is gathered before it is written. */
const pieceSize = 256 * 1024;

/**
 * Replaces `name` in `folder` (absolute) by these pieces in one step; they are asked for one at a time. Rejects with a
 * UsageError if that cannot be done; then the old one is untouched.
 */
export async function writeReport(folder: string, name: string, pieces: Iterable<string>): Promise<void> {
  const path = join(folder, name);
  try {
    await replaceFile(path, gathered(pieces));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    const why = code === "ENOSPC" ? "the disk is full" : code;
    throw new UsageError(
      `"${shownPath(path)}" could not be written: ${why}. What was there is untouched. ` +
        "Free some room there, or give another folder with --out, and grade again.",
    );
  }
}

function* gathered(pieces: Iterable<string>): Generator<Buffer> {
  let text = "";
  for (const piece of pieces) {
    text += piece;
    if (text.length < pieceSize) continue;
    yield Buffer.from(text);
    text = "";
  }
  yield Buffer.from(text);
}
