// Which exercises there are: the folders in exercises/ that vitest finds tests in.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { slugOf } from "./exercise-ids.ts";

/** What an exercise's id looks like: two digits, and a slug of lower-case words with hyphens. */
export const idPattern = /^\d{2}-[a-z0-9]+(-[a-z0-9]+)*$/;

/** Ids of the exercises in `root` (the project's folder), sorted. Empty if there is no such folder. */
export function exerciseIds(root: string): string[] {
  try {
    return readdirSync(join(root, "exercises"))
      .filter((name) => idPattern.test(name) && existsSync(join(root, "exercises", name, ".grader.ts")))
      .sort();
  } catch {
    return [];
  }
}

/** `Three APIs at once` for the README that begins with `# 03 · Three APIs at once`; the slug if it has no title. */
export function titleOf(root: string, id: string): string {
  return /^# *\d+ *· *(.+)$/m.exec(readmeOf(root, id))?.[1]?.trim() ?? slugOf(id);
}

/** An exercise's README, with line ends as on Unix. Empty if there is none. */
export function readmeOf(root: string, id: string): string {
  try {
    return readFileSync(join(root, "exercises", id, "README.md"), "utf8").replaceAll("\r\n", "\n");
  } catch {
    return "";
  }
}
