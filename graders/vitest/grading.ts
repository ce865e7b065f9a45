// Grades the student's own exercises in a thread of its own, so that it goes on while vitest starts and while it shows.
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { CheckVerdict } from "../engine/types.ts";
import type { Trace } from "../trace/trace.ts";
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
  /**
   * The exercise's checks, graded as the files are now; undefined if a newer save has taken their place. Rejects if the
   * thread dies.
   */
  graded(id: string): Promise<GradedCheck[] | undefined>;
  /**
   * The exercise was saved: what its older text, and any other exercise, is at ends at once, and grading begins anew. Gives
   * the other exercises that were ended so.
   */
  saved(id: string): string[];
  /** See OwnExercises.closely. Rejects if that does, or the thread dies. */
  closely(id: string, check: CheckVerdict): Promise<WatchedRun | undefined>;
  /** Ends what is still under way. */
  close(): Promise<void>;
}

export interface WatchedRun {
  trace: Trace;
  files: Map<string, string>;
}

export interface Question {
  key: number;
  id: string;
}

/** What the thread is told. */
export type Message = Question | (Question & { closely: CheckVerdict }) | { cancel: number } | "close";

export interface Answer {
  key: number;
  checks: GradedCheck[];
}

export type RunAnswer = { key: number } & ({ run: WatchedRun | undefined } | { failed: string });

/** Starts the thread, and begins to grade the exercises `ahead`: their first question is answered with that. */
export function startGrading(settings: GradingSettings, ahead: readonly string[] = []): Grading {
  let thread: Thread | undefined;
  const begun = new Map<string, Asked>();
  const waited = new Map<string, Asked>();
  // A dead thread is replaced by the next question.
  const living = () => (thread?.alive ? thread : (thread = new Thread(settings)));
  const ask = (id: string) => {
    const asked = living().ask(id);
    asked.checks.catch(() => {});
    return asked;
  };
  for (const id of ahead) begun.set(id, ask(id));
  return {
    async graded(id) {
      const asked = begun.get(id) ?? ask(id);
      begun.delete(id);
      waited.set(id, asked);
      try {
        return await asked.checks;
      } finally {
        if (waited.get(id) === asked) waited.delete(id);
      }
    },
    saved(id) {
      const others = [...waited.keys()].filter((each) => each !== id);
      for (const asked of waited.values()) asked.cancel();
      begun.get(id)?.cancel();
      begun.set(id, ask(id));
      return others;
    },
    closely: (id, check) => living().closely(id, check),
    close: async () => thread?.close(),
  };
}

interface Asked {
  checks: Promise<GradedCheck[] | undefined>;
  cancel(): void;
}

class Thread {
  alive = true;
  private readonly worker: Worker;
  private readonly waiting = new Map<number, PromiseWithResolvers<GradedCheck[] | undefined>>();
  private readonly watching = new Map<number, PromiseWithResolvers<WatchedRun | undefined>>();
  private asked = 0;

  constructor(settings: GradingSettings) {
    this.worker = new Worker(new URL("./grading-thread.ts", import.meta.url), { workerData: settings });
    this.worker.on("message", (answer: Answer | RunAnswer) => {
      const { key } = answer;
      if ("checks" in answer) this.waiting.get(key)?.resolve(answer.checks);
      else if ("run" in answer) this.watching.get(key)?.resolve(answer.run);
      else this.watching.get(key)?.reject(new Error(answer.failed));
      this.waiting.delete(key);
      this.watching.delete(key);
    });
    this.worker.on("error", (error) => this.end(error));
    this.worker.on("exit", () => this.end(new Error("The grading thread ended.")));
  }

  ask(id: string): Asked {
    const key = this.asked++;
    const answer = Promise.withResolvers<GradedCheck[] | undefined>();
    this.waiting.set(key, answer);
    this.tell({ key, id });
    const cancel = () => {
      if (!this.waiting.delete(key)) return;
      answer.resolve(undefined);
      this.tell({ cancel: key });
    };
    return { checks: answer.promise, cancel };
  }

  closely(id: string, closely: CheckVerdict): Promise<WatchedRun | undefined> {
    const key = this.asked++;
    const answer = Promise.withResolvers<WatchedRun | undefined>();
    this.watching.set(key, answer);
    this.tell({ key, id, closely });
    return answer.promise;
  }

  async close(): Promise<void> {
    if (!this.alive) return;
    const exit = once(this.worker, "exit");
    this.tell("close");
    await exit;
  }

  private tell(message: Message): void {
    this.worker.postMessage(message);
  }

  private end(error: unknown): void {
    this.alive = false;
    for (const { reject } of [...this.waiting.values(), ...this.watching.values()]) reject(error);
    this.waiting.clear();
    this.watching.clear();
  }
}
