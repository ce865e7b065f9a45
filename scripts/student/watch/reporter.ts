// What `npm run watch` prints: each run as `npm test` prints it, and where the page with the timelines is.
import { basename, dirname } from "node:path";
import type { SerializedError, TestModule, TestRunEndReason, TestSpecification, Vitest } from "vitest/node";
import { clearScreen, type Paint, painter, print, printable } from "../../lib/terminal.ts";
import { ExerciseReporter, type ReporterOptions } from "../test/reporter.ts";

interface WatchReporterOptions extends ReporterOptions {
  /** Open the page in the browser. */
  open?: boolean;
  /** Called before the first run. */
  begin?: (vitest: Vitest) => void;
  /** Called whenever it waits for a save. */
  idle?: () => void;
}

export class WatchReporter {
  private readonly options: WatchReporterOptions;
  private readonly paint: Paint;
  private url = "";
  /** What the run is started by: a file's path below the project, or words of vitest's. */
  private trigger: string | undefined;
  private told: string | undefined;
  private bySave = false;
  private run: ExerciseReporter | undefined;

  constructor(options: WatchReporterOptions) {
    this.options = { ...options, command: "npm run watch", watched: options.chosen };
    this.paint = painter(options.output);
  }

  onInit(vitest: Vitest): void {
    this.options.begin?.(vitest);
    const { local = [], network = [] } = vitest.vite.resolvedUrls ?? {};
    // Ours is above vitest's.
    this.url = String(new URL("..", new URL(vitest.config.uiBase, local[0] ?? network[0])));
    this.print([`In the browser: ${this.url}`]);
    if (!this.options.open) return;
    vitest.vite.config.server.open = this.url;
    vitest.vite.openBrowser();
  }

  /** What the next run is begun by, if it is none of vitest's own reasons. */
  about(trigger: string): void {
    this.told = trigger;
  }

  onWatcherRerun(_files: string[], trigger = "again"): void {
    this.trigger = this.told ?? trigger;
    this.bySave = this.told !== undefined;
    this.told = undefined;
  }

  onTestRunStart(specifications: readonly TestSpecification[]): void {
    const ids = specifications.map(({ moduleId }) => basename(dirname(moduleId)));
    // What was saved is told before what only had to make way for it.
    const chosen = this.bySave ? ids : ids.sort();
    this.run = new ExerciseReporter({ ...this.options, chosen });
    this.run.onTestRunStart();
    if (this.trigger === undefined) return;
    const { output } = this.options;
    // The last answer goes, so that this one is never taken for it.
    clearScreen(output);
    this.print(["", this.paint("dim", `── ${new Date().toLocaleTimeString()}  ${printable(this.trigger)}`)]);
  }

  onTestModuleEnd(module: TestModule): void {
    this.run?.onTestModuleEnd(module);
  }

  onTestRunEnd(
    modules: readonly TestModule[],
    errors: readonly SerializedError[],
    reason: TestRunEndReason,
  ): void {
    this.run?.onTestRunEnd(modules, errors, reason);
  }

  onWatcherStart(): void {
    // The run that takes the place of this one says it.
    if (this.run?.superseded) return;
    const keys = this.options.output.isTTY ? ["Keys: r run again, q quit, h all of vitest's"] : [];
    const lines = [`Waiting for you to save. In the browser: ${this.url}`, ...keys];
    this.print(["", ...lines.map((line) => this.paint("dim", line))]);
    this.options.idle?.();
  }

  private print(lines: string[]): void {
    print(this.options.output, lines);
  }
}
