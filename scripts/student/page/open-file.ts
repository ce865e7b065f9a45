// Opens a student's file where the page's link leads: in an editor with a window of its own.
import { spawn } from "node:child_process";
import { basename } from "node:path";
import { editorOf } from "../start/editor.ts";

/** How each is told the line; what is not listed may want the terminal, which the watcher has. */
const AT_LINE: Record<string, (path: string, line: number) => string[]> = {
  ...Object.fromEntries(
    ["code", "code-insiders", "codium", "cursor", "windsurf"].map((name) => [name, goTo]),
  ),
  ...Object.fromEntries(["subl", "zed", "zeditor"].map((name) => [name, withLine])),
  ...Object.fromEntries(["idea", "webstorm", "kate"].map((name) => [name, asOption])),
};

export interface WindowEditor {
  /** To show. */
  name: string;
  /** As the environment has it: a command with its options. */
  command: string;
}

/** The student's editor, if it has a window of its own. */
export function windowEditor(
  env: NodeJS.ProcessEnv,
  find?: (name: string) => string | undefined,
): WindowEditor | undefined {
  const command = editorOf(env, find);
  const name = nameOf(command ?? "");
  return command !== undefined && AT_LINE[name] ? { name, command } : undefined;
}

/** Does not wait for it. Resolves to why it did not work, if so. `line` counts from 1. */
export function openFile(
  { name, command }: WindowEditor,
  path: string,
  line: number,
): Promise<string | undefined> {
  const args = AT_LINE[name]!(path, line);
  const options = { stdio: "ignore", detached: true } as const;
  const child =
    process.platform === "win32"
      ? spawn(`${command} ${args.map((arg) => `"${arg}"`).join(" ")}`, { ...options, shell: true })
      : spawn("/bin/sh", ["-c", `${command} "$@"`, "sh", ...args], options);
  child.unref();
  return new Promise((resolve) => {
    child.once("error", (error) => resolve(`"${command}" could not be started: ${error.message}.`));
    child.once("spawn", () => resolve(undefined));
  });
}

function nameOf(command: string): string {
  const [program = ""] = /^(?:"[^"]+"|\S+)/.exec(command) ?? [];
  return basename(program.replaceAll('"', "").replaceAll("\\", "/")).replace(/\.(exe|cmd)$/i, "");
}

function goTo(path: string, line: number): string[] {
  return ["-g", `${path}:${line}`];
}

function withLine(path: string, line: number): string[] {
  return [`${path}:${line}`];
}

function asOption(path: string, line: number): string[] {
  return ["--line", String(line), path];
}
