// Opens and closes all that the companion needs: the screen, the watcher, the engine.
import { availableParallelism } from "node:os";
import { render } from "ink";
import { createElement } from "react";
import { titleOf } from "../../lib/exercises.ts";
import { painter } from "../../lib/terminal.ts";
import { takeHint } from "../hint/show.ts";
import { resetExercise } from "../reset/reset.ts";
import { App } from "./app.ts";
import { Companion } from "./companion.ts";
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
  // The first picture comes before what takes long to load.
  const loading = Promise.withResolvers<typeof import("../../../graders/engine/engine.ts")>();
  const opening = loading.promise.then(({ openEngine }) => openEngine());
  const grading = new Grading(
    async (id, signal) => {
      const { gradeOwn } = await import("../../../graders/vitest/graded.ts");
      return gradeOwn(opening, id, { root, signal, named: id === companion.state.current });
    },
    Math.max(1, availableParallelism() - 1),
    {
      changed: () => companion.gradingIs(grading.underWay),
      graded: (id, checks) => {
        companion.graded(id, checks);
        companion.gradingIs(grading.underWay);
      },
    },
  );
  const companion: Companion = new Companion(exercises, named ?? (await placeIn(root, known)), {
    gradeNow: (id) => grading.now(id),
    gradeLater: (ids) => grading.later(ids),
    takeHint: (request) => takeHint({ root, ...request }),
    reset: async (id) => {
      const { readStubs } = await import("../../../graders/engine/compile/stubs.ts");
      return resetExercise(root, id, readStubs()[id], new Date());
    },
    remember: (id) => void rememberPlace(root, id),
    quit: () => app.unmount(),
  });
  const app = render(createElement(App, { companion, look }), {
    alternateScreen: true,
    incrementalRendering: true,
    interactive: true,
    exitOnCtrlC: true,
  });
  const watcher = watchSaves(root, known, {
    saved: (ids) => companion.saved(ids),
    blind: (reason) => companion.tell(`Saves are not seen (${reason}). Press c to check.`),
  });
  let opened: Awaited<typeof opening> | undefined;
  opening.then(
    (engine) => {
      opened = engine;
      companion.gradersAre(
        new Map(
          engine.graders.map(({ id, checks }) => [id, checks.reduce((sum, { points }) => sum + points, 0)]),
        ),
      );
    },
    // gradeOwn tells it as a verdict.
    () => {},
  );
  setImmediate(() => import("../../../graders/engine/engine.ts").then(loading.resolve, loading.reject));
  // No sooner, or a save in between would go unseen.
  void watcher.ready.then(() => companion.begin());
  try {
    await app.waitUntilExit();
  } finally {
    grading.close();
    await Promise.all([watcher.close(), opened?.close()]);
  }
}
