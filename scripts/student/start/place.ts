// Where the student was: .cache/start.json, which git ignores.
import { mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { replaceFile } from "../../lib/replace-file.ts";
import { statesIn } from "../list/state.ts";

const fileIn = (root: string) => join(root, ".cache", "start.json");

/** The exercise where one was last time, else the last one that was begun, else the first. */
export async function placeIn(root: string, known: readonly string[]): Promise<string> {
  const remembered = read(root);
  if (known.includes(remembered)) return remembered;
  const stateOf = statesIn(root);
  for (const id of known.toReversed()) if ((await stateOf(id)) === "begun") return id;
  return known[0]!;
}

/** It is a convenience: where it cannot be written, that is no fault. */
export async function rememberPlace(root: string, id: string): Promise<void> {
  try {
    mkdirSync(dirname(fileIn(root)), { recursive: true });
    await replaceFile(fileIn(root), `${JSON.stringify({ exercise: id })}\n`);
  } catch {}
}

function read(root: string): string {
  try {
    const found: unknown = JSON.parse(readFileSync(fileIn(root), "utf8"));
    return String((found as { exercise?: unknown } | null)?.exercise);
  } catch {
    return "";
  }
}
