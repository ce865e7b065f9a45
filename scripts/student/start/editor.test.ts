import { expect, test } from "vitest";
import { editorOf } from "./editor.ts";

test("the environment's editor, as git and others ask for it; in VS Code's own terminal its own command", () => {
  const code = (name: string) => (name === "code" ? "/usr/bin/code" : undefined);
  const none = () => undefined;
  expect(editorOf({ VISUAL: "code --wait", EDITOR: "nano" }, code)).toBe("code --wait");
  expect(editorOf({ VISUAL: " ", EDITOR: "nano", TERM_PROGRAM: "vscode" }, code)).toBe("nano");
  expect(editorOf({ TERM_PROGRAM: "vscode" }, code)).toBe("code");
  expect(editorOf({ TERM_PROGRAM: "vscode" }, none)).toBe(undefined);
  expect(editorOf({ TERM_PROGRAM: "iTerm.app" }, code)).toBe(undefined);
});
