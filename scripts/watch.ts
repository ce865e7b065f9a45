// npm run watch [EXERCISE…]: checks a student's exercises again on each save. Usage: npm run watch -- --help

import { enableCompileCache } from "node:module";
import { dirname } from "node:path";
import { callersFolder, flagsLostToNpm, runCommand } from "./lib/command.ts";
import { exerciseIds } from "./lib/exercises.ts";
import { print } from "./lib/terminal.ts";
import { parseArguments, watchCommand } from "./student/test/arguments.ts";

enableCompileCache();

await runCommand(async () => {
  const root = dirname(import.meta.dirname);
  const known = exerciseIds(root);
  const folder = callersFolder("watch", process.env, process.cwd());
  const options = parseArguments(process.argv.slice(2), { root, folder, known }, watchCommand);
  if ("help" in options) {
    print(process.stdout, options.help);
    return 0;
  }
  const lost = flagsLostToNpm("watch", ["open"], process.env);
  if (lost) print(process.stderr, `Note: ${lost}`);
  const { watchExercises } = await import("./student/watch/run.ts");
  return watchExercises(options, { root, known, output: process.stdout });
});
