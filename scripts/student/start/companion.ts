// The companion itself: what it knows, and what saves, verdicts and keys make of it. Draws nothing.

import type { CheckVerdict } from "../../../graders/engine/types.ts";
import type { GradedCheck } from "../../../graders/vitest/graded.ts";
import { explain } from "../../lib/command.ts";
import { slugOf } from "../../lib/exercise-ids.ts";
import type { Comparison } from "../compare/compare.ts";
import type { HintRequest, TakenHint } from "../hint/show.ts";
import { afterKey } from "../step/after-key.ts";
import type { Stepped } from "../step/stepped.ts";
import { exerciseReport } from "../test/exercise-report.ts";
import { nextOf, passes } from "./standing.ts";
import type { Exercise, State, View } from "./types.ts";

/** What it has others do. */
export interface Tools {
  gradeNow(id: string): void;
  gradeLater(ids: readonly string[]): void;
  takeHint(request: Omit<HintRequest, "root">): Promise<TakenHint>;
  /** Puts the stub back; lines that say what was done. Rejects if it cannot. */
  reset(id: string): Promise<string[]>;
  /** Whether the file is another than it was at first. */
  isChanged(id: string): boolean;
  /** Opens the file in the student's editor; why it cannot, if so. */
  edit(id: string): string | undefined;
  /** The run of a check, to go through step by step; undefined if it cannot be had. */
  step(id: string, check: CheckVerdict): Promise<Stepped | undefined>;
  /** Whether there are answers of ours to compare with; never rejects. */
  hasAnswers(id: string): Promise<boolean>;
  /** The exercise beside our own answers. Rejects with what is in the way: it does not pass yet, say. */
  compare(id: string): Promise<Comparison>;
  /** Remembers where the student is. */
  remember(id: string): void;
  quit(): void;
}

/** Where the shown part of a view is, in lines. */
export interface Extent {
  first: number;
  /** The largest `first`. */
  last: number;
  page: number;
}

export class Companion {
  state: State;
  private readonly tools: Tools;
  private readonly listeners = new Set<() => void>();

  constructor(exercises: readonly Exercise[], current: string, tools: Tools) {
    this.tools = tools;
    this.state = {
      exercises,
      current,
      reports: new Map(),
      grading: new Set(),
      points: new Map(),
      view: { kind: "verdict" },
      scroll: undefined,
      timelines: false,
      answers: undefined,
      asking: undefined,
      notice: "",
    };
  }

  /** For React: calls back after each change. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = (): State => this.state;

  /** Grades the current exercise, and whatever else was begun. */
  begin(): void {
    const { current, exercises } = this.state;
    this.tools.gradeNow(current);
    this.tools.gradeLater(exercises.map(({ id }) => id).filter((id) => id !== current));
  }

  tell(notice: string): void {
    this.set({ notice });
  }

  gradersAre(points: ReadonlyMap<string, number>): void {
    this.set({ points });
  }

  gradingIs(grading: ReadonlySet<string>): void {
    this.set({ grading });
  }

  graded(id: string, checks: GradedCheck[]): void {
    const facts = checks.map(({ title, ...meta }) => ({ title, meta, state: "", errors: [] }));
    const reports = new Map(this.state.reports).set(id, exerciseReport(id, facts, []));
    // A new verdict is read from its own beginning.
    const fresh = id === this.state.current && this.state.view.kind === "verdict";
    this.set({ reports, ...(fresh ? { scroll: undefined } : {}) });
    if (this.state.answers === undefined && passes(reports.get(id))) {
      this.set({ answers: false });
      void this.tools.hasAnswers(id).then((answers) => this.set({ answers }));
    }
  }

  /** Saved files: the exercise that one works on is the one that the screen shows. */
  saved(ids: readonly string[]): void {
    const { current } = this.state;
    // Many at once are no save of an editor's, but git's: they lead nowhere.
    const target = ids.includes(current) ? current : ids.length === 1 ? ids[0] : undefined;
    const others = ids.filter((id) => id !== target);
    if (target !== undefined) this.goTo(target);
    if (others.length > 0) this.tools.gradeLater(others);
  }

  press(key: string, extent: Extent): void {
    if (key === "q") this.tools.quit();
    else if (this.state.asking) void this.answer(key);
    else {
      this.set({ notice: "" });
      if (!this.pressInSteps(key) && !this.pressInList(key, extent) && !this.scroll(key, extent))
        this.actions[key]?.();
    }
  }

  private readonly actions: Record<string, () => void> = {
    n: () => this.next(),
    p: () => this.previous(),
    l: () => this.toggle({ kind: "list", selected: this.state.current }),
    t: () => this.toggle({ kind: "task" }),
    h: () => void this.hint(false),
    H: () => void this.hint(true),
    v: () => this.switchTimelines(),
    o: () => this.toggle({ kind: "output" }),
    s: () => void this.step(),
    w: () => void this.compare(),
    e: () => this.tell(this.tools.edit(this.state.current) ?? ""),
    c: () => this.goTo(this.state.current),
    r: () => this.askToReset(),
    a: () => {
      this.show({ kind: "all" });
      const { exercises, grading } = this.state;
      this.tools.gradeLater(exercises.map(({ id }) => id).filter((id) => !grading.has(id)));
    },
    "?": () => this.toggle({ kind: "help" }),
    escape: () => this.show({ kind: "verdict" }),
  };

  /** Shows this exercise's verdict, of its file as it is now. */
  private goTo(id: string): void {
    const moved = id !== this.state.current;
    if (moved) this.tools.remember(id);
    // What a key just did stays told through the save that it made.
    const notice = moved ? "" : this.state.notice;
    this.set({ current: id, view: { kind: "verdict" }, scroll: undefined, asking: undefined, notice });
    this.tools.gradeNow(id);
  }

  private next(): void {
    const next = nextOf(this.state);
    if (next) this.goTo(next.id);
    else if (passes(this.state.reports.get(this.state.current))) this.tell("Everything passes. Well done!");
    else this.tell("All the others pass.");
  }

  private previous(): void {
    const { exercises, current } = this.state;
    const before = exercises[exercises.findIndex(({ id }) => id === current) - 1];
    if (before) this.goTo(before.id);
    else this.tell("This is the first exercise.");
  }

  private switchTimelines(): void {
    const timelines = !this.state.timelines;
    this.set({ view: { kind: "verdict" }, timelines, scroll: undefined });
    this.tell(timelines ? "Every check's timeline: on." : "Timelines only where they explain a mistake.");
  }

  private askToReset(): void {
    const { current } = this.state;
    if (this.tools.isChanged(current)) this.set({ asking: "reset" });
    else this.tell(`There is nothing to reset: ${slugOf(current)}.ts is as you first got it.`);
  }

  private show(view: View): void {
    this.set({ view, scroll: undefined });
  }

  private toggle(view: View): void {
    this.show(this.state.view.kind === view.kind ? { kind: "verdict" } : view);
  }

  private async hint(again: boolean): Promise<void> {
    const { current: id } = this.state;
    try {
      const taken = await this.tools.takeHint({ id, again });
      this.set({ view: { kind: "hint", taken }, scroll: undefined, notice: taken.note ?? "" });
    } catch (error) {
      this.tell(explain(error));
    }
  }

  /** Through the first failure; where nothing fails, through the first check. */
  private async step(): Promise<void> {
    const { current: id, view, reports } = this.state;
    if (view.kind === "steps") return this.show({ kind: "verdict" });
    const traced = reports.get(id)?.checks.filter(({ verdict }) => verdict.trace) ?? [];
    const check = traced.find(({ state }) => state === "failed") ?? traced[0];
    if (!check) return this.tell("There is no run to step through: no check has run to its end.");
    try {
      const stepped = await this.tools.step(id, check.verdict);
      // Meanwhile one may have gone elsewhere.
      if (this.state.current !== id || this.state.view !== view) return;
      if (!stepped || stepped.happenings.length === 0) this.tell("This run cannot be stepped through.");
      else this.show({ kind: "steps", stepped, at: 0 });
    } catch (error) {
      this.tell(explain(error));
    }
  }

  private async compare(): Promise<void> {
    const { current: id, view } = this.state;
    if (view.kind === "compare") return this.show({ kind: "verdict" });
    try {
      const comparison = await this.tools.compare(id);
      if (this.state.current === id && this.state.view === view) this.show({ kind: "compare", comparison });
    } catch (error) {
      this.tell(explain(error));
    }
  }

  private pressInSteps(key: string): boolean {
    const { view } = this.state;
    if (view.kind !== "steps") return false;
    const at = afterKey(view.stepped, view.at, key);
    if (at !== undefined) this.set({ view: { ...view, at } });
    return at !== undefined;
  }

  private async answer(key: string): Promise<void> {
    const { current: id } = this.state;
    this.set({ asking: undefined });
    if (key !== "y" && key !== "Y") {
      this.tell(`${slugOf(id)}.ts stays as it is.`);
      return;
    }
    try {
      const [done = "", kept = done] = await this.tools.reset(id);
      this.goTo(id);
      this.tell(kept);
    } catch (error) {
      this.tell(explain(error));
    }
  }

  private pressInList(key: string, { page }: Extent): boolean {
    const { view, exercises } = this.state;
    if (view.kind !== "list") return false;
    const at = exercises.findIndex(({ id }) => id === view.selected);
    const steps: Record<string, number> = {
      up: -1,
      k: -1,
      down: 1,
      j: 1,
      pageup: -page,
      b: -page,
      pagedown: page,
      " ": page,
      home: -Infinity,
      g: -Infinity,
      end: Infinity,
      G: Infinity,
    };
    if (key === "enter") this.goTo(view.selected);
    else if (steps[key] === undefined) return false;
    else {
      const to = Math.max(0, Math.min(exercises.length - 1, at + steps[key]));
      this.set({ view: { kind: "list", selected: exercises[to]!.id } });
    }
    return true;
  }

  private scroll(key: string, { first, last, page }: Extent): boolean {
    const targets: Record<string, number> = {
      up: first - 1,
      k: first - 1,
      down: first + 1,
      j: first + 1,
      pageup: first - page,
      b: first - page,
      pagedown: first + page,
      " ": first + page,
      home: 0,
      g: 0,
      end: last,
      G: last,
    };
    const to = targets[key];
    if (to === undefined) return false;
    this.set({ scroll: Math.max(0, Math.min(last, to)) });
    return true;
  }

  private set(changes: Partial<State>): void {
    this.state = { ...this.state, ...changes };
    for (const listener of this.listeners) listener();
  }
}
