// How vitest runs the exercises: shared by its configuration and the commands that start it without reading that.
import { relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { WatcherTriggerPattern } from "vitest/node";
import { exercisePool, type PoolOptionsOfOurs } from "./pool.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** vitest's options for exercises. */
export function exercisesProject(options: PoolOptionsOfOurs = {}) {
  return {
    include: ["exercises/*/.grader.ts"],
    pool: exercisePool(options),
    // One after another in as many workers as there are cores; a new one for each file would only cost time.
    isolate: false,
  };
}

/** The grader reads an exercise's folder itself, so no import tells vitest which of its files matter: all do. */
export const watchTriggers: WatcherTriggerPattern[] = [
  { pattern: /\.[mc]?[jt]s$/, testsToRun: (file) => graderBeside(file) },
];

/** The `.grader.ts` of the exercise that a file (absolute) belongs to; undefined for others, and for an editor's own. */
export function graderBeside(file: string): string | undefined {
  const [top, id, ...rest] = relative(ROOT, file).split(/[\\/]/);
  if (top !== "exercises" || rest.length === 0 || rest.at(-1)!.startsWith(".")) return undefined;
  return ["exercises", id, ".grader.ts"].join(sep);
}
