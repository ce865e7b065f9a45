// When an exercise's files were last written. chokidar tells of no change within 50 ms of another one to the same file, as
// of a formatter's behind a save: who acts sooner must look again.
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** Real ms after a change from which on the next one is told of. */
export const TOLD_AGAIN_MS = 60;

/** Differs where a file of the exercise `id` was written, made or deleted since. Empty without its folder. */
export function stampOf(root: string, id: string): string {
  const folder = join(root, "exercises", id);
  try {
    const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
      name.endsWith(".ts"),
    );
    const times = names.map((name) => [
      name,
      statSync(join(folder, name), { bigint: true, throwIfNoEntry: false })?.mtimeNs.toString(),
    ]);
    return JSON.stringify(times);
  } catch {
    return "";
  }
}
