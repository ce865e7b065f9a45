// npm start: a companion in the terminal, which shows the verdict on each save. Usage: npm start -- --help

import { enableCompileCache } from "node:module";
import { dirname } from "node:path";
import { readStubs } from "../graders/engine/compile/stubs.ts";
import { callersFolder, runCommand } from "./lib/command.ts";
import { idOfPath } from "./lib/exercise-ids.ts";
import { exerciseIds } from "./lib/exercises.ts";
import { oneExercise, wantsHelp } from "./lib/one-exercise.ts";
import { canRedraw, print } from "./lib/terminal.ts";
import { UsageError } from "./lib/usage-error.ts";

// Compiled once, its libraries load in half the time.
enableCompileCache();
// React's own checks of how it is used take time on each redraw.
process.env.NODE_ENV ??= "production";

const usage = `Usage: npm start [03]

Watches your exercises and shows the verdict and the timeline on each save. It starts where you were last time, or at the
exercise that you name. Single keys do the rest, and ? says which: n goes to the next exercise, h gives a hint, q quits.
`;

await runCommand(async () => {
  const args = process.argv.slice(2);
  if (wantsHelp(args)) {
    print(process.stdout, usage);
    return 0;
  }
  const root = dirname(import.meta.dirname);
  const known = exerciseIds(root);
  if (known.length === 0) throw new UsageError("There is no exercise in exercises/. Is this a whole clone?");
  const folder = callersFolder("start", process.env, process.cwd());
  const named =
    args.length > 0 || idOfPath(folder, root, known) !== undefined
      ? oneExercise("start", args, { root, folder, known, recorded: Object.keys(readStubs()) })
      : undefined;
  if (!process.stdin.isTTY || !canRedraw(process.stdout))
    throw new UsageError(
      "npm start needs a terminal to draw in. Without one: npm test exercises/01, and npm run score.",
    );
  const { runCompanion } = await import("./student/start/run.ts");
  await runCompanion({ root, known, named });
  // The terminal is as it was, and no child is left: nothing that is still loading need be waited for.
  process.exit(0);
});
