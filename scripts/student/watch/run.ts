// Runs vitest in watch mode on exercises, with our page in the browser and vitest's beside it.
import { type Grading, startGrading } from "../../../graders/vitest/grading.ts";
import { secretBase } from "../page/secret.ts";
import { servePlay } from "../play/session/serve.ts";
import { placeIn } from "../start/place.ts";
import type { TestOptions } from "../test/arguments.ts";
import type { Project } from "../test/run.ts";
import { watchOptions } from "./options.ts";
import { rerunOnSave } from "./saves.ts";

/** Resolves to the exit code when vitest has ended. Throws a UsageError if there is no exercise at all. */
export async function watchExercises(
  options: TestOptions,
  { root, known, output }: Project,
): Promise<number> {
  const chosen = options.named ?? known;
  const thread = startGrading({ only: chosen, named: options.named !== undefined, warm: true }, chosen);
  const [{ startVitest }, { WatchReporter }, { openPage }, current] = await Promise.all([
    import("vitest/node"),
    import("./reporter.ts"),
    import("../page/open-page.ts"),
    placeIn(root, chosen),
  ]);
  const { live, page, close } = openPage({ root, chosen, current, grading: thread });
  const grading: Grading = live.heard(thread);
  const plays = servePlay(root);
  const reporter: InstanceType<typeof WatchReporter> = new WatchReporter({
    output,
    root,
    known,
    chosen,
    open: options.open ?? false,
    idle: plays.idle,
    begin(vitest) {
      live.vitest = `vitest/?token=${vitest.config.api.token}`;
      rerunOnSave(vitest, { root, chosen, grading, about: (trigger) => reporter.about(trigger) });
    },
  });
  const base = secretBase(root);
  const config = watchOptions(options, { root, chosen, grading, reporter, base, page });
  const vitest = await startVitest([], config.options, config.vite);
  return new Promise((resolve) => {
    vitest.onClose(async () => {
      await Promise.all([grading.close(), close(), plays.close()]);
      resolve(0);
    });
  });
}
