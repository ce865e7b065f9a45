// Tells which exercises' files were saved, made or deleted.
import { basename, join, sep } from "node:path";
import { watch } from "chokidar";
import { idOfPath } from "../../lib/exercise-ids.ts";
import { stampOf, TOLD_AGAIN_MS } from "../../lib/exercise-stamp.ts";

/** An editor's save is often several events: a new file, a renaming, new attributes. */
const QUIET_MS = 40;

export interface SaveEvents {
  /** The exercises that changed within a moment. */
  saved(ids: string[]): void;
  /** Nothing is watched any more, or not everything; why. */
  blind(reason: string): void;
}

/** Watches the `.ts` files of the project's exercises until it is closed, from `ready` on; folders may go and come back. */
export function watchSaves(
  root: string,
  known: readonly string[],
  events: SaveEvents,
): { ready: Promise<void>; close(): Promise<void> } {
  const exercises = join(root, "exercises");
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let closed = false;
  const tell = () => {
    const ids = [...changed].sort();
    changed.clear();
    const stamps = ids.map((id) => stampOf(root, id));
    events.saved(ids);
    setTimeout(() => {
      if (closed) return;
      for (const [index, id] of ids.entries()) if (stampOf(root, id) !== stamps[index]) changed.add(id);
      if (changed.size > 0) tell();
    }, TOLD_AGAIN_MS);
  };
  // From the project's folder on, or a folder that was deleted whole would not be seen to come back.
  const watcher = watch(root, {
    ignoreInitial: true,
    ignored: (path) => path !== root && path !== exercises && !path.startsWith(exercises + sep),
  });
  watcher.on("all", (event, path) => {
    const id = idOfPath(path, root, known);
    if (id === undefined || !matters(event, path, join(exercises, id))) return;
    changed.add(id);
    clearTimeout(timer);
    timer = setTimeout(tell, QUIET_MS);
  });
  watcher.on("error", (error) => events.blind((error as Error).message));
  return {
    ready: new Promise((resolve) => {
      watcher.once("ready", resolve);
      watcher.once("error", () => resolve());
    }),
    close() {
      clearTimeout(timer);
      closed = true;
      return watcher.close();
    },
  };
}

/** Other folders come and go with files, which are told by themselves. */
function matters(event: string, path: string, folder: string): boolean {
  if (event === "unlinkDir") return path === folder;
  return event !== "addDir" && path.endsWith(".ts") && !basename(path).startsWith(".");
}
