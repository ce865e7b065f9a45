// Submissions that are known of and could not be fetched: they are reported as invalid, not as handed in by nobody.
import { readFile } from "node:fs/promises";
import * as v from "valibot";
import { printable } from "../../../graders/trace/printable.ts";
import { shownPath } from "../../lib/paths.ts";
import { UsageError } from "../../lib/usage-error.ts";
import { refusedReader, type SubmissionReader } from "./readers.ts";
import { Refused } from "./refused.ts";

export interface NotFetched {
  /** The submission's. */
  id: string;
  /** A sentence. */
  reason: string;
}

const schema = v.array(v.strictObject({ id: v.pipe(v.string(), v.minLength(1)), reason: v.string() }));

/** A reader for each that the JSON file at `path` (absolute) lists. Throws a UsageError for what is no such list. */
export async function notFetchedReaders(path: string): Promise<SubmissionReader[]> {
  const shown = shownPath(path);
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(
      `"${shown}" cannot be read (${error.code}). Give the file that clone-class.ts wrote.`,
    );
  });
  return listIn(text, shown).map(({ id, reason }, index) =>
    refusedReader(
      { id: printable(id), source: `${shown}: ${printable(id)}`, place: `${path}\0${index}` },
      new Refused(reason),
    ),
  );
}

function listIn(text: string, shown: string): NotFetched[] {
  try {
    return v.parse(schema, JSON.parse(text));
  } catch {
    throw new UsageError(
      `"${shown}" is no list of submissions that could not be fetched: [{ "id": "ada", "reason": "…" }].`,
    );
  }
}
