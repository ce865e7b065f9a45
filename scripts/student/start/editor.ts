// The student's own editor.
import { spawn } from "node:child_process";
import { onPath } from "../../../graders/engine/sandbox/tools.ts";

/**
 * The command that opens a file, as the environment has it: git and others ask for it in this order. In VS Code's terminal,
 * which often names none, it is VS Code's own, where `find` finds that on the PATH.
 */
export function editorOf(env: NodeJS.ProcessEnv, find = onPath): string | undefined {
  const named = env.VISUAL?.trim() || env.EDITOR?.trim();
  if (named) return named;
  return env.TERM_PROGRAM === "vscode" && find("code") !== undefined ? "code" : undefined;
}

/**
 * Runs the editor (a command with its options, `code --wait`) on a file, in this terminal, until it ends. Resolves to why it
 * did not work, if so.
 */
export function edit(editor: string, path: string): Promise<string | undefined> {
  const windows = process.platform === "win32";
  const child = windows
    ? spawn(`${editor} "${path}"`, { shell: true, stdio: "inherit" })
    : spawn("/bin/sh", ["-c", `${editor} "$1"`, "sh", path], { stdio: "inherit" });
  return new Promise((resolve) => {
    child.once("error", (error) => resolve(`"${editor}" could not be started: ${error.message}.`));
    child.once("close", (code) => {
      resolve(
        code === 0 ? undefined : `"${editor}" ended with ${code}. $VISUAL or $EDITOR names your editor.`,
      );
    });
  });
}
