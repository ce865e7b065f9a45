// While a session is open (npm start, npm run watch) it also answers `npm run play`, from a thread that none of the session's own
// work waits for. What goes wrong there costs nothing but that: the command then does all by itself.
import { Worker } from "node:worker_threads";

export interface PlayServer {
  /** The session has nothing to do: from the first time on there are answers. Where they have ended, they begin again. */
  idle(): void;
  /** Ends them, and what is under way. */
  close(): Promise<void>;
}

/** `root`: the project's folder. */
export function servePlay(root: string): PlayServer {
  let thread: { worker: Worker; ended: Promise<void> } | undefined;
  return {
    idle() {
      thread ??= started(root, () => {
        thread = undefined;
      });
    },
    async close() {
      if (!thread) return;
      // It may be the last that there is to wait for.
      thread.worker.ref();
      thread.worker.postMessage("close");
      await thread.ended;
    },
  };
}

function started(root: string, ends: () => void) {
  // Whoever asks says by themselves what is to be coloured. Nor may anything of the thread's get onto the session's screen.
  const { FORCE_COLOR: _, ...env } = process.env;
  const url = new URL("./thread.ts", import.meta.url);
  const worker = new Worker(url, { workerData: { root }, env, stdout: true, stderr: true });
  worker.on("error", () => {});
  // A session ends when it has nothing else to do.
  worker.unref();
  const ended = new Promise<void>((resolve) => worker.once("exit", () => resolve()));
  void ended.then(ends);
  return { worker, ended };
}
