// Starts to grade at once, in a thread of its own: it takes about as long as vitest does to start, so neither waits.
import { once } from "node:events";
import { Worker } from "node:worker_threads";

/** What the thread is given. */
export interface AheadOptions {
  /** The exercises to grade, in this order. */
  ids: string[];
  /** The student asked for them by name. */
  named: boolean;
}

export interface Ahead {
  /** Resolves once questions are heard; see graders/vitest/ahead.ts. Rejects if the thread cannot start. */
  ready: Promise<unknown>;
  /** Ends what is still under way. */
  close(): Promise<void>;
}

/** Begins to grade, and answers vitest's workers from then on. */
export function gradeAhead(options: AheadOptions): Ahead {
  const worker = new Worker(new URL("./grade-ahead-thread.ts", import.meta.url), { workerData: options });
  const exit = once(worker, "exit");
  return {
    ready: once(worker, "message"),
    async close() {
      worker.postMessage("close");
      await exit;
    },
  };
}
