// What `npm run play` does with its arguments. The child is started before all that is not needed for that is loaded.
import { callersFolder, flagsLostToNpm, runCommand } from "../../lib/command.ts";
import { exerciseIds } from "../../lib/exercises.ts";
import { print } from "../../lib/terminal.ts";
import { parseArguments } from "./arguments.ts";
import type { OpenPage } from "./run.ts";

export const command = (root: string, openPage: OpenPage) =>
  runCommand(async () => {
    const folder = callersFolder("play", process.env, process.cwd());
    const options = parseArguments(process.argv.slice(2), { root, folder, known: exerciseIds(root) });
    if ("help" in options) {
      print(process.stdout, options.help);
      return 0;
    }
    const lost = flagsLostToNpm("play", ["step", "watch", "page", "json", "svg"], process.env);
    if (lost) print(process.stderr, `Note: ${lost}`);
    const child = options.groups.length > 0 ? started() : undefined;
    // Its failure is told to whoever waits for it.
    child?.catch(() => {});
    const { play } = await import("./run.ts");
    return play(options, process.stdout, openPage, child);
  });

async function started() {
  const { startChild } = await import("../../../graders/engine/play/start-child.ts");
  return startChild();
}
