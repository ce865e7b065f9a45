// What a save does while vitest watches: what the older text is at ends at once, and the exercise is graded and shown anew.
// vitest's own way waits for the run under way, an endless loop in it included, and then for a tenth of a second more.
import { basename, dirname, join, relative } from "node:path";
import type { Vitest } from "vitest/node";
import type { Grading } from "../../../graders/vitest/grading.ts";
import { graderBeside } from "../../../graders/vitest/project.ts";
import { stampOf, TOLD_AGAIN_MS } from "../../lib/exercise-stamp.ts";

/** Real ms: an editor's save is often several events. */
const QUIET_MS = 20;

export interface Watched {
  root: string;
  /** The exercises that are watched. */
  chosen: readonly string[];
  grading: Pick<Grading, "saved">;
  /** What the next run is begun by: a path below the project. */
  about(trigger: string): void;
}

/** What this needs of vitest. */
export type Rerunning = Pick<
  Vitest,
  "getModuleSpecifications" | "rerunTestSpecifications" | "waitForTestRunEnd"
> & {
  vite: { watcher: { on(event: "change" | "add" | "unlink", listener: (file: string) => void): unknown } };
};

/** To be called before the first run. */
export function rerunOnSave(vitest: Rerunning, { root, chosen, grading, about }: Watched): void {
  const waiting = new Set<string>();
  const stamps = new Map(chosen.map((id) => [id, stampOf(root, id)]));
  let timer: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const rerun = async (trigger: string) => {
    await vitest.waitForTestRunEnd();
    const ids = [...waiting];
    waiting.clear();
    if (ids.length === 0) return;
    about(trigger);
    const paths = ids.map((id) => join(root, "exercises", id, ".grader.ts"));
    await vitest.rerunTestSpecifications(paths.flatMap((path) => vitest.getModuleSpecifications(path)));
  };
  const saved = (file: string) => {
    const grader = graderBeside(file);
    const id = grader && basename(dirname(grader));
    if (!id || !chosen.includes(id)) return;
    const stamp = stampOf(root, id);
    // One write is often told more than once.
    if (stamps.get(id) === stamp) return;
    stamps.set(id, stamp);
    setTimeout(() => saved(file), TOLD_AGAIN_MS);
    // Others that were ended for it begin again behind it.
    for (const each of [id, ...grading.saved(id)]) waiting.add(each);
    clearTimeout(timer);
    timer = setTimeout(() => {
      last = last.then(() => rerun(relative(root, file)));
    }, QUIET_MS);
  };
  for (const event of ["change", "add", "unlink"] as const) vitest.vite.watcher.on(event, saved);
}
