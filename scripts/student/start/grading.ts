// Which exercises are being graded: a newer save ends what the older one began, and what nobody waits for goes last.
import type { GradedCheck } from "../../../graders/vitest/graded.ts";

/** Must not reject; what it resolves to after the signal's abort is thrown away. */
export type Grade = (id: string, signal: AbortSignal) => Promise<GradedCheck[]>;

export interface GradingEvents {
  /** What `under way` tells has changed. */
  changed(): void;
  graded(id: string, checks: GradedCheck[]): void;
}

export class Grading {
  private readonly grade: Grade;
  private readonly events: GradingEvents;
  private readonly running = new Map<string, AbortController>();
  private readonly waiting = new Set<string>();
  private readonly lanes: number;
  private closed = false;

  /** `lanes`: how many of those that wait may run at a time. */
  constructor(grade: Grade, lanes: number, events: GradingEvents) {
    this.grade = grade;
    this.lanes = lanes;
    this.events = events;
  }

  get underWay(): ReadonlySet<string> {
    return new Set([...this.running.keys(), ...this.waiting]);
  }

  /** Grades it at once; the run of an older save ends. */
  now(id: string): void {
    this.running.get(id)?.abort();
    this.waiting.delete(id);
    void this.run(id);
  }

  /** Grades them when there is time, as they will be then; the run of an older save ends. */
  later(ids: readonly string[]): void {
    for (const id of ids) {
      this.running.get(id)?.abort();
      this.running.delete(id);
      this.waiting.add(id);
    }
    this.fill();
    this.events.changed();
  }

  /** Ends everything. */
  close(): void {
    this.closed = true;
    this.waiting.clear();
    for (const controller of this.running.values()) controller.abort();
  }

  private fill(): void {
    for (const id of this.waiting) {
      if (this.running.size >= this.lanes) return;
      this.waiting.delete(id);
      void this.run(id);
    }
  }

  private async run(id: string): Promise<void> {
    if (this.closed) return;
    const controller = new AbortController();
    this.running.set(id, controller);
    this.events.changed();
    const checks = await this.grade(id, controller.signal);
    // A newer run has taken its place, or there is nobody to tell.
    if (controller.signal.aborted) return;
    this.running.delete(id);
    this.events.graded(id, checks);
    this.fill();
  }
}
