// What the page of `npm run watch` shows, and two things that it may have done. An exercise is known by its id alone, and no
// path comes from outside.
import { basename, join } from "node:path";
import type { OwnExercises } from "../../../graders/engine/own/own-exercises.ts";
import type { Grading } from "../../../graders/vitest/grading.ts";
import { slugOf } from "../../lib/exercise-ids.ts";
import { UsageError } from "../../lib/usage-error.ts";
import { comparisonOf } from "../compare/compare.ts";
import { takeHint } from "../hint/show.ts";
import type { Group } from "../play/arguments.ts";
import { demonstrations, demonstrationsFor } from "../play/course.ts";
import type { PlayedFile } from "../play/show.ts";
import { stateOfExercise } from "../test/exercise-report.ts";
import { compareView } from "./compare-view.ts";
import { exerciseView, hintsView } from "./exercise-view.ts";
import type { Live } from "./live.ts";
import { openFile, type WindowEditor } from "./open-file.ts";
import type { Content } from "./page-server.ts";
import { playView } from "./play-view.ts";
import type { CompareView, ExerciseView, HintsView, Overview, PlayView, StepsView } from "./shapes.ts";
import { stepsView } from "./steps-view.ts";

export interface WatchContentOptions {
  root: string;
  live: Live;
  own: OwnExercises;
  grading: Pick<Grading, "closely">;
  /** Runs files by themselves. */
  play(group: Group): Promise<PlayedFile[]>;
  /** Whether there are answers of ours to this exercise. */
  hasAnswers(id: string): Promise<boolean>;
  editor: WindowEditor | undefined;
}

export class WatchContent implements Content {
  readonly page = "watch";
  private readonly options: WatchContentOptions;
  private readonly played = new Map<string, Promise<PlayView[]>>();

  constructor(options: WatchContentOptions) {
    this.options = options;
  }

  overview(): Overview {
    return this.options.live.overview();
  }

  subscribe(listener: () => void): () => void {
    return this.options.live.subscribe(listener);
  }

  /** The gate has seen to it that what changes something was posted. */
  async at(path: string): Promise<object | undefined> {
    const [what = "", id = "", more = "", ...rest] = path.split("/");
    if (rest.length > 0 || !this.options.live.isWatched(id)) return undefined;
    switch (what) {
      case "exercise":
        return this.exercise(id);
      case "steps":
        return this.steps(id, more);
      case "compare":
        return this.compare(id);
      case "play":
        return this.play(id);
      case "hint":
        return this.hint(id);
      case "open":
        return this.open(id, Number.parseInt(more, 10) || 1);
      default:
        return undefined;
    }
  }

  private async exercise(id: string): Promise<ExerciseView> {
    const { root, live, own, hasAnswers } = this.options;
    const { report, revision } = live.newest(id);
    const passes = report !== undefined && stateOfExercise(report) === "passed";
    const compare = passes && (await hasAnswers(id));
    return exerciseView(root, { own: await own.read(id), report, revision, compare });
  }

  private async steps(id: string, check: string): Promise<StepsView> {
    const { live, grading } = this.options;
    const found = live.newest(id).report?.checks.find(({ verdict }) => verdict.id === check);
    const run = found?.verdict.trace && (await grading.closely(id, found.verdict));
    if (!run) throw new UsageError("This run cannot be stepped through.");
    return stepsView(run.trace, run.files, `${slugOf(id)}.ts`);
  }

  private async compare(id: string): Promise<CompareView> {
    return compareView(await comparisonOf(this.options.own, id));
  }

  /** The demonstrations that the exercise's task names; they stay as they are. */
  private play(id: string): Promise<PlayView[]> {
    const played = this.played.get(id) ?? this.playAll(id);
    this.played.set(id, played);
    played.catch(() => this.played.delete(id));
    return played;
  }

  private async playAll(id: string): Promise<PlayView[]> {
    const { root, play } = this.options;
    const all: PlayView[] = [];
    for (const { name, files } of demonstrationsFor(root, id, demonstrations(root))) {
      const group = files.map(({ path }) => ({ path: join(root, path), name: basename(path) }));
      all.push(playView(name, await play({ title: name, files: group })));
    }
    return all;
  }

  private async hint(id: string): Promise<HintsView> {
    const { root } = this.options;
    const { note } = await takeHint({ root, id, again: false });
    return { ...hintsView(root, id), ...(note !== undefined && { note }) };
  }

  private async open(id: string, line: number): Promise<object> {
    const { root, editor } = this.options;
    if (!editor) throw new UsageError('Say which editor is yours: VISUAL="code", say.');
    const failed = await openFile(editor, join(root, "exercises", id, `${slugOf(id)}.ts`), line);
    if (failed !== undefined) throw new UsageError(failed);
    return {};
  }
}
