// Runs vitest in watch mode, with its page in the browser, on exercises.
import { startGrading } from "../../../graders/vitest/grading.ts";
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
  const grading = startGrading({ only: chosen, named: options.named !== undefined, warm: true }, chosen);
  const { startVitest } = await import("vitest/node");
  const { WatchReporter } = await import("./reporter.ts");
  const reporter: InstanceType<typeof WatchReporter> = new WatchReporter({
    output,
    root,
    known,
    chosen,
    open: options.open ?? false,
    begin: (vitest) =>
      rerunOnSave(vitest, { root, chosen, grading, about: (trigger) => reporter.about(trigger) }),
  });
  const config = watchOptions(options, { root, chosen, grading, reporter });
  const vitest = await startVitest([], config.options, config.vite);
  return new Promise((resolve) => {
    vitest.onClose(async () => {
      await grading.close();
      resolve(0);
    });
  });
}
