// npm run package -- gradescope|github: packages this clone for a platform. Usage: npm run package -- --help

import { dirname } from "node:path";
import { callersFolder, flagsLostToNpm, runCommand } from "./lib/command.ts";
import { exerciseIds } from "./lib/exercises.ts";
import { shownPath } from "./lib/paths.ts";
import { print } from "./lib/terminal.ts";
import { parseArguments } from "./teacher/package/arguments.ts";

await runCommand(async () => {
  const root = dirname(import.meta.dirname);
  const folder = callersFolder("package", process.env, process.cwd());
  const options = parseArguments(process.argv.slice(2), { root, folder, known: exerciseIds(root) });
  if ("help" in options) {
    print(process.stdout, options.help);
    return 0;
  }
  const lost = flagsLostToNpm("package", ["only", "out", "repository"], process.env);
  if (lost) print(process.stderr, `Note: ${lost}`);
  const { packages } = await import("./teacher/package/packages.ts");
  const { path, next, notes } = await packages[options.name](root, options);
  for (const note of notes) print(process.stderr, `Note: ${note}`);
  print(process.stdout, [`${shownPath(path)} written.`, ...next]);
  return 0;
});
