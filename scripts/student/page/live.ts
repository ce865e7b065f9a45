// What the page knows while `npm run watch` goes on: the newest verdicts, and what is being graded. Draws nothing.

import { randomUUID } from "node:crypto";
import { printable } from "../../../graders/trace/printable.ts";
import type { GradedCheck } from "../../../graders/vitest/graded.ts";
import type { Grading } from "../../../graders/vitest/grading.ts";
import { beltOf } from "../../lib/belts.ts";
import { numberOf } from "../../lib/exercise-ids.ts";
import { titleOf } from "../../lib/exercises.ts";
import { type ExerciseReport, exerciseReport, stateOfExercise, totalOf } from "../test/exercise-report.ts";
import type { Overview, Standing } from "./shapes.ts";

export interface LiveOptions {
  /** The project's folder. */
  root: string;
  /** The exercises that are watched, sorted by id. */
  chosen: readonly string[];
  /** The one that the page shows first. */
  current: string;
  /** The name of what opens files. */
  editor?: string | undefined;
  /** The student has saved a file of this exercise. */
  moved?(id: string): void;
}

export class Live {
  /** Where vitest's page is, from ours. */
  vitest = "";
  private readonly server = randomUUID();
  private readonly options: LiveOptions;
  private readonly titles: ReadonlyMap<string, string>;
  private readonly reports = new Map<string, ExerciseReport>();
  private readonly revisions = new Map<string, number>();
  private readonly grading = new Set<string>();
  private readonly listeners = new Set<() => void>();
  private current: Overview["current"];
  private revision = 0;
  private told = true;

  constructor(options: LiveOptions) {
    this.options = options;
    this.titles = new Map(options.chosen.map((id) => [id, printable(titleOf(options.root, id))]));
    this.current = { id: options.current, saves: 0 };
  }

  /** Grading as before, of which this hears. */
  heard(grading: Grading): Grading {
    return {
      graded: async (id) => {
        this.begins([id]);
        try {
          const checks = await grading.graded(id);
          // A newer save has taken its place.
          if (checks) this.graded(id, checks);
          return checks;
        } catch (error) {
          this.is(id, exerciseReport(id, [], [(error as Error).message]));
          throw error;
        }
      },
      saved: (id) => {
        const others = grading.saved(id);
        this.current = { id, saves: this.current.saves + 1 };
        this.options.moved?.(id);
        this.begins([id, ...others]);
        return others;
      },
      closely: (id, check) => grading.closely(id, check),
      close: () => grading.close(),
    };
  }

  /** Calls back after changes, once for all of one turn of the event loop. */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  overview(): Overview {
    const { editor, chosen } = this.options;
    return {
      server: this.server,
      revision: this.revision,
      exercises: chosen.map((id) => this.standing(id)),
      current: this.current,
      vitest: this.vitest,
      ...(editor !== undefined && { editor }),
    };
  }

  isWatched(id: string): boolean {
    return this.titles.has(id);
  }

  newest(id: string): { report: ExerciseReport | undefined; revision: number } {
    return { report: this.reports.get(id), revision: this.revisions.get(id) ?? 0 };
  }

  private standing(id: string): Standing {
    const report = this.reports.get(id);
    const { score, maxScore } = report ? totalOf(report) : { score: 0, maxScore: 0 };
    return {
      id,
      number: numberOf(id),
      title: this.titles.get(id)!,
      belt: beltOf(id)?.name ?? "",
      ...(report && { state: stateOfExercise(report) }),
      score,
      maxScore,
      grading: this.grading.has(id),
      revision: this.revisions.get(id) ?? 0,
    };
  }

  private graded(id: string, graded: readonly GradedCheck[]): void {
    const facts = graded.map(({ title, points: _, ...meta }) => ({ title, meta, state: "", errors: [] }));
    const checks = exerciseReport(id, facts, []).checks.map((check, index) => {
      const { points, verdict } = graded[index]!;
      // What waits has no verdict of its own, but points to be had.
      if (verdict || points === undefined) return check;
      return { ...check, verdict: { ...check.verdict, id: `waits-${index}`, maxScore: points } };
    });
    this.is(id, { id, checks });
  }

  private is(id: string, report: ExerciseReport): void {
    this.reports.set(id, report);
    this.revisions.set(id, (this.revisions.get(id) ?? 0) + 1);
    this.grading.delete(id);
    this.changed();
  }

  private begins(ids: readonly string[]): void {
    for (const id of ids) this.grading.add(id);
    this.changed();
  }

  private changed(): void {
    this.revision++;
    if (!this.told) return;
    this.told = false;
    setImmediate(() => {
      this.told = true;
      for (const listener of this.listeners) listener();
    });
  }
}
