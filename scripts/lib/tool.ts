// Runs one of the project's tools (biome, tsc, vitest) or git, and gives back all that it printed.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

export interface ToolResult {
  code: number;
  output: string;
}

/** The packages of the tools that are not programs of the system. */
const PACKAGES: Record<string, string> = { biome: "@biomejs/biome", tsc: "typescript", vitest: "vitest" };

/**
 * Runs `command` in `folder`, which has the node_modules that it is looked up in. No shell sees the arguments, on any
 * system: they may be names that strangers gave to files. Never rejects.
 */
export function runTool(folder: string, command: string, args: string[]): Promise<ToolResult> {
  return new Promise((resolve) => {
    const [program, before] = programOf(folder, command);
    const child = spawn(program, [...before, ...args], { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
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

function programOf(folder: string, command: string): [program: string, before: string[]] {
  const name = PACKAGES[command];
  if (name === undefined) return [command, []];
  const place = join(folder, "node_modules", name);
  try {
    const { bin } = JSON.parse(readFileSync(join(place, "package.json"), "utf8")) as {
      bin: Record<string, string>;
    };
    return [process.execPath, [join(place, bin[command]!)]];
  } catch {
    return [command, []];
  }
}
