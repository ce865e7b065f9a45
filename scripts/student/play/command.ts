// What `npm run play` does with its arguments. The child is started before all that is not needed for that is loaded.
import { runCommand } from "../../lib/command.ts";
import { begun } from "./begun.ts";
import type { OpenPage } from "./run.ts";

export const command = (root: string, openPage: OpenPage) =>
  runCommand(async () => {
    const { argv, env, stdout, stderr } = process;
    const options = begun(root, { args: argv.slice(2), env, cwd: process.cwd(), stdout, stderr });
    if (!options) return 0;
    const child = options.groups.length > 0 ? started() : undefined;
    // Its failure is told to whoever waits for it.
    child?.catch(() => {});
    const [{ play }, { Playground }] = await Promise.all([
      import("./run.ts"),
      import("../../../graders/engine/play/playground.ts"),
    ]);
    const playground = new Playground(child);
    try {
      return await play(options, stdout, openPage, playground);
    } finally {
      await playground.close();
    }
  });

async function started() {
  const { startChild } = await import("../../../graders/engine/play/start-child.ts");
  return startChild();
}
