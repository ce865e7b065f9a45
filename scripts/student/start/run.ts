// Opens and closes all that the companion needs: the screen, the watcher, the engine.
import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { render } from "ink";
import { createElement } from "react";
import { readStubs } from "../../../graders/engine/compile/stubs.ts";
import type { Engine } from "../../../graders/engine/engine.ts";
import { OwnExercises } from "../../../graders/engine/own/own-exercises.ts";
import { gradeOwn } from "../../../graders/vitest/graded.ts";
import { slugOf } from "../../lib/exercise-ids.ts";
import { titleOf } from "../../lib/exercises.ts";
import { painter } from "../../lib/terminal.ts";
import { takeHint } from "../hint/show.ts";
import { servePlay } from "../play/session/serve.ts";
import { resetExercise } from "../reset/reset.ts";
import { steppedOf } from "../step/stepped.ts";
import { App } from "./app.ts";
import { Companion } from "./companion.ts";
import { edit, editorOf } from "./editor.ts";
import { Grading } from "./grading.ts";
import { placeIn, rememberPlace } from "./place.ts";
import { watchSaves } from "./saves.ts";

export interface CompanionOptions {
  root: string;
  /** All exercises' ids, sorted. */
  known: string[];
  /** Where to begin, if the student said so. */
  named: string | undefined;
}

/** Resolves when the student has left; the terminal is as it was then, and no child process is left. */
export async function runCompanion({ root, known, named }: CompanionOptions): Promise<void> {
  const exercises = known.map((id) => ({ id, title: titleOf(root, id) }));
  const paint = painter(process.stdout);
  const look = { root, paint, colour: paint("red", "x") !== "x" };
  const plays = servePlay(root);
  let engine: Promise<Engine> | undefined;
  const own = new OwnExercises({
    root,
    open() {
      engine = import("../../../graders/engine/engine.ts").then(({ openEngine }) => openEngine());
      return engine;
    },
  });
  const grading = new Grading(
    (id, signal) => gradeOwn(own, id, { signal, named: id === companion.state.current }),
    Math.max(1, availableParallelism() - 1),
    {
      changed: () => companion.gradingIs(grading.underWay),
      graded: (id, checks) => {
        companion.graded(id, checks);
        companion.gradingIs(grading.underWay);
        if (grading.underWay.size === 0) plays.idle();
      },
    },
  );
  const companion: Companion = new Companion(exercises, named ?? (await placeIn(root, known)), {
    gradeNow: (id) => grading.now(id),
    gradeLater: (ids) => grading.later(ids),
    takeHint: (request) => takeHint({ root, ...request }),
    reset: async (id) => {
      return resetExercise(root, id, readStubs()[id], new Date());
    },
    isChanged: (id) => isChanged(root, id),
    edit(id) {
      if (!editor) return 'Say which editor is yours: export EDITOR=nano, or VISUAL="code".';
      editing = join(root, fileOf(id));
      app.unmount();
      return undefined;
    },
    // They come with the graders' own machinery, which is not loaded before something is to be graded.
    hasAnswers: async (id) => {
      const { assets } = await import("../../../graders/engine/edition/assets.ts");
      return assets.rightAnswers(id).length > 0;
    },
    compare: async (id) => (await import("../compare/compare.ts")).comparisonOf(own, id),
    step: async (id, check) => {
      const run = await own.closely(id, check);
      const entry = `${slugOf(id)}.ts`;
      return run && steppedOf({ title: check.title, ...run, entry });
    },
    remember: (id) => void rememberPlace(root, id),
    quit: () => app.unmount(),
  });
  const draw = () =>
    render(createElement(App, { companion, look }), {
      alternateScreen: true,
      incrementalRendering: true,
      interactive: true,
      exitOnCtrlC: true,
    });
  const editor = editorOf(process.env);
  let editing: string | undefined;
  let app = draw();
  const watcher = watchSaves(root, known, {
    saved: (ids) => companion.saved(ids),
    blind: (reason) => companion.tell(`Saves are not seen (${reason}). Press c to check.`),
  });
  void pointsOf(own, known).then((points) => companion.gradersAre(points));
  // No sooner, or a save in between would go unseen.
  void watcher.ready.then(() => companion.begin());
  try {
    await app.waitUntilExit();
    // The terminal is the editor's meanwhile.
    while (editing !== undefined) {
      const path = editing;
      editing = undefined;
      // Or the keys that are meant for the editor would still come here.
      process.stdin.resume().pause();
      companion.tell((await edit(editor!, path)) ?? "");
      app = draw();
      await app.waitUntilExit();
    }
  } finally {
    grading.close();
    const closed = engine?.then(
      (opened) => opened.close(),
      () => {},
    );
    await Promise.all([watcher.close(), closed, plays.close()]);
  }
}

function fileOf(id: string): string {
  return `exercises/${id}/${slugOf(id)}.ts`;
}

function isChanged(root: string, id: string): boolean {
  try {
    const text = readFileSync(join(root, fileOf(id)), "utf8");
    return text.replaceAll("\r\n", "\n") !== readStubs()[id]?.replaceAll("\r\n", "\n");
  } catch {
    return true;
  }
}

/** Each exercise's points. What keeps one from being graded is told as its verdict. */
async function pointsOf(own: OwnExercises, known: readonly string[]): Promise<Map<string, number>> {
  const points = new Map<string, number>();
  for (const id of known) {
    const checks = await own.checks(id).catch(() => []);
    points.set(
      id,
      checks.reduce((sum, { points }) => sum + points, 0),
    );
  }
  return points;
}
