// An engine that has programs run by workers: to whoever grades it is an engine like any other.
import { createHash } from "node:crypto";
import { availableParallelism } from "node:os";
import type { ProgramElsewhere, RunElsewhere } from "../../../graders/engine/elsewhere.ts";
import type { Engine } from "../../../graders/engine/engine.ts";
import type { GradingEngine } from "../grading-engine.ts";
import { Coordinator, type QueueOptions } from "./coordinator.ts";
import { parseTranscript } from "./job.ts";
import { remarksOn } from "./remarks.ts";
import { MOST, Window } from "./window.ts";

/** A program's transcript, as JSON, and the id of the worker that made it. */
interface Ran {
  text: string;
  worker: string;
}

/** Throws a UsageError where Redis is not there or will not do; then `engine` is closed. */
export async function queueEngine(
  engine: GradingEngine & Pick<Engine, "gradeElsewhere">,
  options: QueueOptions,
  out: string,
  say: (line: string) => void,
): Promise<GradingEngine> {
  let coordinator: Coordinator;
  try {
    coordinator = await Coordinator.begin(engine, options, out, say);
  } catch (error) {
    await engine.close();
    throw error;
  }
  const room = new Window(availableParallelism());
  const shared = new Shared(coordinator);
  return Object.assign(Object.create(engine) as GradingEngine, {
    gradeSubmission: (...[submission, given]: Parameters<GradingEngine["gradeSubmission"]>) =>
      engine.gradeElsewhere(submission, given, {
        run: shared.runner(given.seed),
        async here(act) {
          const leave = await room.take();
          return act().finally(leave);
        },
      }),
    lanes: lanesOf(coordinator),
    async close() {
      await coordinator.close();
      await engine.close();
    },
  });
}

/** Who is there, and what went otherwise, is asked for when it is to be said. */
function lanesOf(coordinator: Coordinator) {
  return {
    atOnce: MOST,
    turn: () => coordinator.window.take(),
    get opening() {
      const { own, concurrency } = coordinator.crew;
      if (own.length === 0) return "by workers that are still to come";
      const workers = own.length === 1 ? "1 worker" : `${own.length} workers`;
      return `by ${workers}, ${concurrency} at a time`;
    },
    get closing() {
      return remarksOn(coordinator.jobs.counts, coordinator.outages.count);
    },
  };
}

/** Equal programs that are asked for at the same time share a run. */
class Shared {
  private readonly coordinator: Coordinator;
  private readonly running = new Map<string, Promise<Ran | undefined>>();

  constructor(coordinator: Coordinator) {
    this.coordinator = coordinator;
  }

  /** What runs the programs of one submission. */
  runner(seed: number): RunElsewhere {
    const by = new Map<string, string>();
    return async (programs, attempt) => {
      const keys = programs.map((program) => keyOf(program, attempt));
      const own = programs.filter((_, index) => !this.running.has(keys[index]!));
      if (own.length > 0) this.begin(own, seed, attempt, [...new Set(by.values())]);
      const ran = await Promise.all(keys.map((key) => this.running.get(key)!));
      return ran.map((one, index) => {
        if (one) by.set(programs[index]!.exercise, one.worker);
        return one && parseTranscript(one.text);
      });
    };
  }

  private begin(programs: readonly ProgramElsewhere[], seed: number, attempt: 1 | 2, not: string[]): void {
    const returned = this.coordinator.jobs.ask({ seed, programs }, attempt, attempt === 1 ? [] : not);
    for (const [index, program] of programs.entries()) {
      const key = keyOf(program, attempt);
      const ran = returned.then((all) => {
        this.running.delete(key);
        return all && { text: all.transcripts[index]!, worker: all.worker };
      });
      this.running.set(key, ran);
    }
  }
}

function keyOf(program: ProgramElsewhere, attempt: number): string {
  return createHash("sha256")
    .update(JSON.stringify([attempt, program]))
    .digest("base64");
}
