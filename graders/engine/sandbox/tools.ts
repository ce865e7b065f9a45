// Programs of the operating system that the sandbox is built with, where there are any.
import { execFileSync } from "node:child_process";
import { existsSync, realpathSync } from "node:fs";
import { delimiter, join } from "node:path";

/** The absolute path of a program on the PATH; undefined if there is none. */
export function onPath(name: string): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder.startsWith("/"));
  const found = folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
  return found && realpathSync(found);
}

/** Why a command does not run to a good end here, in its own words; undefined if it does. */
export function whyNot(command: string, args: string[]): string | undefined {
  try {
    execFileSync(command, args, { stdio: ["ignore", "ignore", "pipe"], env: {}, timeout: 20_000 });
    return undefined;
  } catch (error) {
    const said = String((error as { stderr?: Buffer }).stderr ?? error).trim() || String(error);
    return said.split("\n")[0];
  }
}
