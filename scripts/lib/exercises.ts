// Which exercises there are: the folders in exercises/ that vitest finds tests in.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

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
