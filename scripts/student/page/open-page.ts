// Opens all that the page needs: what it knows, and what answers it.
import type { Engine } from "../../../graders/engine/engine.ts";
import { OwnExercises } from "../../../graders/engine/own/own-exercises.ts";
import type { Grading } from "../../../graders/vitest/grading.ts";
import type { PageAssets } from "../../lib/bundle-page.ts";
import { rememberPlace } from "../start/place.ts";
import { Live } from "./live.ts";
import { windowEditor } from "./open-file.ts";
import { PageServer } from "./page-server.ts";
import { WatchContent } from "./watch-content.ts";

/** The compiler comes with the page's sources: neither is loaded before somebody looks. */
export async function readyAssets(): Promise<PageAssets> {
  return (await import("./assets.ts")).pageAssets();
}

export interface OpenedPage {
  live: Live;
  page: PageServer;
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
  const content = new WatchContent({
    root,
    live,
    own,
    grading,
    editor,
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
    page: new PageServer(content, readyAssets),
    async close() {
      await engine?.then(
        (opened) => opened.close(),
        () => {},
      );
    },
  };
}
