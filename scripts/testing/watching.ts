// `npm run watch` under way, for tests: what it prints after each save.
import { spawn } from "node:child_process";
import { environment } from "./small-project.ts";

export interface Watching {
  /** The page's address. */
  url: Promise<string>;
  /** What was printed since the last call, up to the next time that it waits for a save. */
  printed(): Promise<string>;
  /** Resolves once something like this was printed since then. */
  shown(pattern: RegExp): Promise<unknown>;
  stop(): Promise<void>;
}

/** Starts it in the project in `root`, without a terminal. */
export function startWatching(root: string, ...args: string[]): Watching {
  return watchingBy(root, ["scripts/watch.ts", ...args]);
}

/** The same of a student edition, or whatever else is started so. */
export function watchingBy(root: string, args: readonly string[]): Watching {
  const child = spawn(process.execPath, args, { cwd: root, env: environment() });
  const exit = new Promise<void>((resolve) => child.once("close", () => resolve()));
  let [text, seen] = ["", 0];
  const later = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (chunk: string) => {
      text += chunk;
      for (const look of later) look();
    });
  const find = (pattern: RegExp, from: number) =>
    new Promise<RegExpExecArray>((resolve, reject) => {
      const look = () => {
        const match = pattern.exec(text.slice(from));
        if (!match) return;
        later.delete(look);
        resolve(match);
      };
      later.add(look);
      exit.then(() => reject(new Error(`It ended:\n${text}`)));
      look();
    });
  return {
    url: find(/http:\S+/, 0).then(([url]) => url),
    async printed() {
      const from = seen;
      const { index, 0: last } = await find(/Waiting for you to save.*\n/, from);
      seen = from + index + last.length;
      return text.slice(from, from + index);
    },
    shown: (pattern) => find(pattern, seen),
    async stop() {
      child.kill();
      await exit;
    },
  };
}
