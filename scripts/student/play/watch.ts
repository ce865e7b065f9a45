// Calls back after each save of the files that are played, or of what lies beside them and may be imported.
import { dirname } from "node:path";
import { watch } from "chokidar";
import type { Group } from "./arguments.ts";

/** An editor's save is often several events. */
const QUIET_MS = 40;

/** Goes on until the process gets SIGINT or SIGTERM. One call of `again` at a time, the last one after the last save. `ready`
 * is called when saves are seen. */
export function watchFiles(
  groups: readonly Group[],
  again: () => Promise<void>,
  ready: () => void,
): Promise<void> {
  const folders = [...new Set(groups.flatMap(({ files }) => files.map(({ path }) => dirname(path))))];
  const watcher = watch(folders, { ignoreInitial: true, depth: 0 });
  let timer: NodeJS.Timeout | undefined;
  let last = Promise.resolve();
  watcher.on("ready", ready);
  watcher.on("all", (_event, path) => {
    if (!/\.m?[tj]s$/.test(path)) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      last = last.then(again);
    }, QUIET_MS);
  });
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer);
      void watcher.close().then(resolve);
    };
    process.once("SIGINT", end);
    process.once("SIGTERM", end);
    watcher.on("error", reject);
  });
}
