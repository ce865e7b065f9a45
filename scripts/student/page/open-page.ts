// Opens all that the page needs: what it knows, and what answers it.
import type { Engine } from "../../../graders/engine/engine.ts";
import { OwnExercises } from "../../../graders/engine/own/own-exercises.ts";
import type { Grading } from "../../../graders/vitest/grading.ts";
import { rememberPlace } from "../start/place.ts";
import { Live } from "./live.ts";
import { windowEditor } from "./open-file.ts";
import { Page } from "./serve.ts";

export interface OpenedPage {
  live: Live;
  page: Page;
  /** Ends what it has begun. */
  close(): Promise<void>;
}

export interface PageNeeds {
  root: string;
  chosen: readonly string[];
  /** The exercise that is shown first. */
  current: string;
  /** Runs what is watched closely. */
  grading: Grading;
}

export function openPage({ root, chosen, current, grading }: PageNeeds): OpenedPage {
  const editor = windowEditor(process.env);
  let engine: Promise<Engine> | undefined;
  // What is graded here has a verdict that is kept; where none can be kept a comparison needs an engine.
  const own = new OwnExercises({
    root,
    open() {
      engine = import("../../../graders/engine/engine.ts").then(({ openEngine }) =>
        openEngine({ only: [...chosen] }),
      );
      return engine;
    },
  });
  const moved = (id: string) => void rememberPlace(root, id);
  const live = new Live({ root, chosen, current, editor: editor?.name, moved });
  const page = new Page({
    root,
    live,
    own,
    grading,
    editor,
    assets: async () => (await import("./assets.ts")).pageAssets(),
    async play(group) {
      const [{ Playground }, { playedFiles }] = await Promise.all([
        import("../../../graders/engine/play/playground.ts"),
        import("../play/run.ts"),
      ]);
      const playground = new Playground();
      try {
        return await playedFiles(group, playground);
      } finally {
        await playground.close();
      }
    },
    async hasAnswers(id) {
      const { assets } = await import("../../../graders/engine/edition/assets.ts");
      return assets.rightAnswers(id).length > 0;
    },
  });
  return {
    live,
    page,
    async close() {
      await engine?.then(
        (opened) => opened.close(),
        () => {},
      );
    },
  };
}
