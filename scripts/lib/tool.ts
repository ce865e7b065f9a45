// Runs one of the project's tools (biome, tsc, vitest) or git, and gives back all that it printed.
import { spawn } from "node:child_process";
import { join } from "node:path";

export interface ToolResult {
  code: number;
  output: string;
}

/** Runs `command` in `folder`, which has the node_modules that it is looked up in. Never rejects. */
export function runTool(folder: string, command: string, args: string[]): Promise<ToolResult> {
  const bin = join(folder, "node_modules", ".bin");
  const path = `${bin}${process.platform === "win32" ? ";" : ":"}${process.env.PATH ?? ""}`;
  return new Promise((resolve) => {
    const shell = process.platform === "win32";
    const child = spawn(command, args, {
      cwd: folder,
      shell,
      env: { ...process.env, PATH: path },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => (output += text));
    }
    child.on("error", (error) =>
      resolve({ code: 1, output: `${command} could not be started: ${error.message}` }),
    );
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}
