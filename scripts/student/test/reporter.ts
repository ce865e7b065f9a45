// What `npm test` prints: vitest's results, in the student's terms. No path and no stack of ours ever shows.
import { basename, dirname } from "node:path";
import type { SerializedError, TestCase, TestModule, TestRunEndReason } from "vitest/node";
import { type Output, painter, print, widthOf } from "../../lib/terminal.ts";
import { exerciseLine, exerciseLines, type Look } from "./exercise-lines.ts";
import { type ExerciseReport, exerciseReport, faultOfExercise, stateOfExercise } from "./exercise-report.ts";
import { endLines } from "./run-summary.ts";

export interface ReporterOptions {
  output: Output;
  root: string;
  /** All exercises' ids, sorted. */
  known: string[];
  /** The exercises that this run is about, in the order in which they are told. */
  chosen: string[];
  /** What runs an exercise; default `npm test`. */
  command?: string;
  /** The exercises that are run again on each save. */
  watched?: readonly string[];
}

/** vitest's reporter for exercises. They are printed in their order, each as soon as those before it are. */
export class ExerciseReporter {
  private readonly options: ReporterOptions;
  private readonly look: Look;
  private reports = new Map<string, ExerciseReport>();
  private printed = 0;
  private failed = false;
  private gone = new Set<string>();

  constructor(options: ReporterOptions) {
    const { output, root } = options;
    this.options = options;
    const paint = painter(output);
    // A line as long as the terminal is wide makes some of them wrap; past 120 columns text is hard to read.
    const width = Math.min(widthOf(output) - 1, 120);
    this.look = { width, paint, colour: paint("red", "x") !== "x", root };
  }

  /** 0 if nothing failed in the last run, else 1. */
  get exitCode(): number {
    return this.failed ? 1 : 0;
  }

  /** Whether a newer save has taken the place of all that this run was about: it prints nothing. */
  get superseded(): boolean {
    return this.gone.size > 0 && this.gone.size === this.options.chosen.length;
  }

  onTestRunStart(): void {
    this.reports = new Map();
    this.gone = new Set();
    this.printed = 0;
    this.failed = false;
  }

  onTestModuleEnd(module: TestModule): void {
    const id = basename(dirname(module.moduleId));
    if (module.meta().superseded) {
      this.gone.add(id);
      return;
    }
    const tests = Array.from(module.children.allTests(), factsOf);
    this.reports.set(id, exerciseReport(id, tests, module.errors().map(messageOf)));
    this.flush(false);
  }

  onTestRunEnd(
    _modules: readonly TestModule[],
    errors: readonly SerializedError[],
    reason: TestRunEndReason,
  ): void {
    this.flush(true);
    if (this.superseded) return;
    const { known, command, watched } = this.options;
    const chosen = this.options.chosen.filter((id) => !this.gone.has(id));
    const reports = chosen.flatMap((id) => this.reports.get(id) ?? []);
    const faults = [
      ...errors.map(messageOf),
      ...(reason === "interrupted" ? ["The run was interrupted."] : []),
      ...chosen.filter((id) => !this.reports.has(id)).map((id) => `${id} gave no result.`),
    ];
    const checks = reports.flatMap((report) => report.checks);
    // A run of no checks at all proves nothing, and is no success.
    this.failed =
      faults.length > 0 ||
      checks.length === 0 ||
      checks.some(({ state }) => state !== "passed" && state !== "waits");
    this.print(endLines({ reports, faults, known, command, watched }, this.look));
  }

  private flush(all: boolean): void {
    const { chosen } = this.options;
    while (this.printed < chosen.length) {
      const id = chosen[this.printed]!;
      const report = this.reports.get(id);
      if (!report && !this.gone.has(id) && !all) return;
      this.printed++;
      if (report) this.printExercise(report);
    }
  }

  private printExercise(report: ExerciseReport): void {
    const state = stateOfExercise(report);
    if (state === "waits" || report.checks.length === 0 || faultOfExercise(report) !== undefined) return;
    const whole = this.options.chosen.length === 1 || state !== "passed";
    this.print(whole ? ["", ...exerciseLines(report, this.look)] : [exerciseLine(report, this.look)]);
  }

  private print(lines: string[]): void {
    print(this.options.output, lines);
  }
}

function factsOf(test: TestCase) {
  const { state, errors } = test.result();
  return { title: test.name, meta: test.meta().dojo, state, errors: (errors ?? []).map(messageOf) };
}

function messageOf({ message }: { message?: string }): string {
  return (message ?? "It gave no reason.").split("\n")[0]!;
}
