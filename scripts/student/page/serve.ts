// What the page asks for, below its own path: itself, what it shows, and two things that it may have done. Who may ask at all
// the gate decides (../watch/gate.ts); here an exercise is known by its id alone, and no path comes from outside.
import type { IncomingMessage, ServerResponse } from "node:http";
import { basename, join } from "node:path";
import type { OwnExercises } from "../../../graders/engine/own/own-exercises.ts";
import type { Grading } from "../../../graders/vitest/grading.ts";
import type { PageAssets } from "../../lib/bundle-page.ts";
import { explain } from "../../lib/command.ts";
import { slugOf } from "../../lib/exercise-ids.ts";
import { UsageError } from "../../lib/usage-error.ts";
import { comparisonOf } from "../compare/compare.ts";
import { takeHint } from "../hint/show.ts";
import type { Group } from "../play/arguments.ts";
import { demonstrations, demonstrationsFor } from "../play/course.ts";
import type { PlayedFile } from "../play/show.ts";
import { stateOfExercise } from "../test/exercise-report.ts";
import { compareView } from "./compare-view.ts";
import { HTML, POLICY } from "./document.ts";
import { exerciseView, hintsView } from "./exercise-view.ts";
import type { Live } from "./live.ts";
import { openFile, type WindowEditor } from "./open-file.ts";
import { playView } from "./play-view.ts";
import type { CompareView, ExerciseView, HintsView, PlayView, StepsView } from "./shapes.ts";
import { stepsView } from "./steps-view.ts";

export interface PageOptions {
  root: string;
  live: Live;
  own: OwnExercises;
  grading: Pick<Grading, "closely">;
  assets(): Promise<PageAssets>;
  /** Runs files by themselves. */
  play(group: Group): Promise<PlayedFile[]>;
  /** Whether there are answers of ours to this exercise. */
  hasAnswers(id: string): Promise<boolean>;
  editor: WindowEditor | undefined;
}

type Content = [type: string, text: string];

/** Answers what is asked below the page's path; `path` is what follows that. False: that is not the page's. */
export class Page {
  private readonly options: PageOptions;
  private assets: Promise<PageAssets> | undefined;
  private readonly played = new Map<string, Promise<PlayView[]>>();

  constructor(options: PageOptions) {
    this.options = options;
  }

  answers(path: string, asked: IncomingMessage, answer: ServerResponse): boolean {
    if (path.startsWith("vitest/")) return false;
    answer.setHeader("Content-Security-Policy", POLICY);
    answer.setHeader("Cache-Control", "no-store");
    if (path === "events") this.stream(asked, answer);
    else
      void this.content(path).then(
        (content) => send(answer, content ? 200 : 404, content ?? ["text/plain", "There is no such page.\n"]),
        (error) => {
          // What cannot be had now, and why, is an answer as well.
          const status = error instanceof UsageError ? 200 : 500;
          send(answer, status, json({ refused: explain(error) }));
        },
      );
    return true;
  }

  /** The gate has seen to it that what changes something was posted. */
  private async content(path: string): Promise<Content | undefined> {
    const [what = "", id = "", more = "", ...rest] = path.split("/");
    if (path === "") return ["text/html", HTML];
    if (path === "page.js") return ["text/javascript", (await this.bundled()).script];
    if (path === "page.css") return ["text/css", (await this.bundled()).style];
    if (rest.length > 0 || !this.options.live.isWatched(id)) return undefined;
    switch (what) {
      case "exercise":
        return json(await this.exercise(id));
      case "steps":
        return json(await this.steps(id, more));
      case "compare":
        return json(await this.compare(id));
      case "play":
        return json(await this.play(id));
      case "hint":
        return json(await this.hint(id));
      case "open":
        return json(await this.open(id, Number.parseInt(more, 10) || 1));
      default:
        return undefined;
    }
  }

  private bundled(): Promise<PageAssets> {
    this.assets ??= this.options.assets();
    return this.assets;
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

  /** The overview, and again after each change, as server-sent events. */
  private stream(asked: IncomingMessage, answer: ServerResponse): void {
    const { live } = this.options;
    answer.writeHead(200, { "Content-Type": "text/event-stream" });
    const tell = () => answer.write(`data: ${JSON.stringify(live.overview())}\n\n`);
    const stop = live.subscribe(tell);
    asked.once("close", stop);
    answer.once("close", stop);
    tell();
  }
}

function json(value: object): Content {
  return ["application/json", JSON.stringify(value)];
}

function send(answer: ServerResponse, status: number, [type, text]: Content): void {
  answer.writeHead(status, { "Content-Type": `${type}; charset=utf-8` });
  answer.end(text);
}
