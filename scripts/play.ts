// npm run play [FILE.ts | P7 | 03]: runs TypeScript on the virtual clock. Usage: npm run play -- --help

import { enableCompileCache } from "node:module";
import { dirname } from "node:path";
import { callersFolder, flagsLostToNpm, runCommand } from "./lib/command.ts";
import { exerciseIds } from "./lib/exercises.ts";
import { print } from "./lib/terminal.ts";
import { parseArguments } from "./student/play/arguments.ts";

enableCompileCache();
// React's own checks of how it is used take time on each redraw.
process.env.NODE_ENV ??= "production";

await runCommand(async () => {
  const root = dirname(import.meta.dirname);
  const folder = callersFolder("play", process.env, process.cwd());
  const options = parseArguments(process.argv.slice(2), { root, folder, known: exerciseIds(root) });
  if ("help" in options) {
    print(process.stdout, options.help);
    return 0;
  }
  const lost = flagsLostToNpm("play", ["step", "watch", "page", "json", "svg"], process.env);
  if (lost) print(process.stderr, `Note: ${lost}`);
  const { play } = await import("./student/play/run.ts");
  return play(options, process.stdout, async (root, title) => {
    const { playedPage } = await import("./student/page/played-page.ts");
    return playedPage(root, title);
  });
});
