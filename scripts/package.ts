// npm run package -- gradescope|github: packages this clone for a platform. Usage: npm run package -- --help
import { dirname } from "node:path";
import { callersFolder, flagsLostToNpm, runCommand } from "./lib/command.ts";
import { exerciseIds } from "./lib/exercises.ts";
import { shownPath } from "./lib/paths.ts";
import { parseArguments } from "./package/arguments.ts";

await runCommand(async () => {
  const root = dirname(import.meta.dirname);
  const folder = callersFolder("package", process.env, process.cwd());
  const options = parseArguments(process.argv.slice(2), { root, folder, known: exerciseIds(root) });
  if ("help" in options) {
    process.stdout.write(options.help);
    return 0;
  }
  const lost = flagsLostToNpm("package", ["only", "out", "repository"], process.env);
  if (lost) process.stderr.write(`Note: ${lost}\n`);
  const { packages } = await import("./package/packages.ts");
  const { path, next, notes } = await packages[options.name](root, options);
  for (const note of notes) process.stderr.write(`Note: ${note}\n`);
  process.stdout.write([`${shownPath(path)} written.`, ...next, ""].join("\n"));
  return 0;
});
