// Grades the student's own exercises in a thread of its own, so that it goes on while vitest starts and while it shows.
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { GradedCheck } from "./graded.ts";

export interface GradingSettings {
  /** The only exercises that will be asked for; default all. */
  only?: string[] | undefined;
  /** The student asked for them by name. */
  named: boolean;
  /** Keep a fresh child process waiting for the next save. */
  warm?: boolean;
}

/** What vitest's pool asks for results. */
export interface Grading {
  /** The exercise's checks, graded as the files are now. Rejects if the thread dies. */
  graded(id: string): Promise<GradedCheck[]>;
  /** Ends what is still under way. */
  close(): Promise<void>;
}

export interface Question {
  key: number;
  id: string;
}

export interface Answer {
  key: number;
  checks: GradedCheck[];
}

/** Starts the thread, and begins to grade the exercises `ahead`: their first question is answered with that. */
export function startGrading(settings: GradingSettings, ahead: readonly string[] = []): Grading {
  let thread: Thread | undefined;
  const ask = (id: string) => {
    // A dead thread is replaced by the next question.
    if (!thread?.alive) thread = new Thread(settings);
    return thread.ask(id);
  };
  const begun = new Map(ahead.map((id) => [id, ask(id)]));
  for (const promise of begun.values()) promise.catch(() => {});
  return {
    graded(id) {
      const first = begun.get(id);
      begun.delete(id);
      return first ?? ask(id);
    },
    close: async () => thread?.close(),
  };
}

class Thread {
  alive = true;
  private readonly worker: Worker;
  private readonly waiting = new Map<number, PromiseWithResolvers<GradedCheck[]>>();
  private asked = 0;

  constructor(settings: GradingSettings) {
    this.worker = new Worker(new URL("./grading-thread.ts", import.meta.url), { workerData: settings });
    this.worker.on("message", ({ key, checks }: Answer) => {
      this.waiting.get(key)?.resolve(checks);
      this.waiting.delete(key);
    });
    this.worker.on("error", (error) => this.end(error));
    this.worker.on("exit", () => this.end(new Error("The grading thread ended.")));
  }

  ask(id: string): Promise<GradedCheck[]> {
    const question: Question = { key: this.asked++, id };
    const answer = Promise.withResolvers<GradedCheck[]>();
    this.waiting.set(question.key, answer);
    this.worker.postMessage(question);
    return answer.promise;
  }

  async close(): Promise<void> {
    if (!this.alive) return;
    const exit = once(this.worker, "exit");
    this.worker.postMessage("close");
    await exit;
  }

  private end(error: unknown): void {
    this.alive = false;
    for (const { reject } of this.waiting.values()) reject(error);
    this.waiting.clear();
  }
}
