// npm run handout -- DIR: writes the student edition. Usage: npm run handout -- --help

import { dirname, relative } from "node:path";
import { callersFolder, runCommand } from "./lib/command.ts";
import { numberOf } from "./lib/exercise-ids.ts";
import { exerciseIds, titleOf } from "./lib/exercises.ts";
import { print } from "./lib/terminal.ts";
import { parseArguments } from "./maintainer/handout/arguments.ts";

await runCommand(async () => {
  const root = dirname(import.meta.dirname);
  const folder = callersFolder("handout", process.env, process.cwd());
  const options = parseArguments(process.argv.slice(2), { root, folder, known: exerciseIds(root) });
  if ("help" in options) {
    print(process.stdout, options.help);
    return 0;
  }
  const { makeHandout } = await import("./maintainer/handout/make.ts");
  const { newFolder } = await import("./maintainer/handout/new-folder.ts");
  const { dir, ids, compare } = options;
  await newFolder(dir, (temporary) => makeHandout(root, ids, temporary, { compare }));
  const near = relative(folder, dir);
  const shown = near.length < dir.length ? near : dir;
  const last = ids.at(-1)!;
  print(process.stdout, [
    `${shown} holds the student edition: ${ids.length} exercises, up to ${numberOf(last)} (${titleOf(root, last)}).`,
    `Try it: cd ${shown} && npm ci && npm test ${numberOf(ids[0]!)}`,
    "To publish it: git init there, commit, push, and mark the repository as a template.",
  ]);
  return 0;
});
