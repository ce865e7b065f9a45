// npm test [EXERCISE…]: checks a student's exercises, with vitest. Usage: npm test -- --help

import { enableCompileCache } from "node:module";
import { dirname } from "node:path";
import { callersFolder, runCommand } from "./lib/command.ts";
import { exerciseIds } from "./lib/exercises.ts";
import { print } from "./lib/terminal.ts";
import { parseArguments } from "./student/test/arguments.ts";

// vitest's own start is most of the wait; compiled once, it is 0.1 s shorter.
enableCompileCache();

await runCommand(async () => {
  const root = dirname(import.meta.dirname);
  const known = exerciseIds(root);
  const folder = callersFolder("test", process.env, process.cwd());
  const options = parseArguments(process.argv.slice(2), { root, folder, known });
  if ("help" in options) {
    print(process.stdout, options.help);
    return 0;
  }
  const { runExercises } = await import("./student/test/run.ts");
  return runExercises(options, { root, known, output: process.stdout });
});
