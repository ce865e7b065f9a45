// How many hints of each exercise were shown: .attempts/hints.json, which git ignores.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const fileIn = (root: string) => join(root, ".attempts", "hints.json");

/** How many were shown; 0 if that is not known, or what is written there makes no sense. */
export function shownHints(root: string, id: string): number {
  const count = read(root)[id];
  return Number.isSafeInteger(count) && (count as number) > 0 ? (count as number) : 0;
}

/** Writes down how many were shown. Throws the file system's error if that cannot be done. */
export function rememberShown(root: string, id: string, count: number): void {
  const file = fileIn(root);
  mkdirSync(dirname(file), { recursive: true });
  // Another call never reads half of it.
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify({ ...read(root), [id]: count }, null, 2)}\n`);
  renameSync(draft, file);
}

function read(root: string): Record<string, unknown> {
  try {
    const found: unknown = JSON.parse(readFileSync(fileIn(root), "utf8"));
    return typeof found === "object" && found !== null && !Array.isArray(found) ? { ...found } : {};
  } catch {
    return {};
  }
}
