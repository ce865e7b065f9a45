// How many hints of each exercise were shown: .attempts/hints.json, which git ignores.
import { mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { replaceFile } from "../../lib/replace-file.ts";

const fileIn = (root: string) => join(root, ".attempts", "hints.json");

/** How many were shown; 0 if that is not known, or what is written there makes no sense. */
export function shownHints(root: string, id: string): number {
  const count = read(root)[id];
  return Number.isSafeInteger(count) && (count as number) > 0 ? (count as number) : 0;
}

/** Writes down how many were shown. Rejects with the file system's error if that cannot be done. */
export async function rememberShown(root: string, id: string, count: number): Promise<void> {
  const file = fileIn(root);
  mkdirSync(dirname(file), { recursive: true });
  await replaceFile(file, `${JSON.stringify({ ...read(root), [id]: count }, null, 2)}\n`);
}

function read(root: string): Record<string, unknown> {
  try {
    const found: unknown = JSON.parse(readFileSync(fileIn(root), "utf8"));
    return typeof found === "object" && found !== null && !Array.isArray(found) ? { ...found } : {};
  } catch {
    return {};
  }
}
