// .vscode/ of this project, which students get as well: it names what is there.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { studentCommands } from "./packages.ts";

const ROOT = join(import.meta.dirname, "..", "..", "..");
const json = (path: string) => JSON.parse(readFileSync(join(ROOT, path), "utf8"));

test("each task is a command that students have, and vitest's extension is recommended", () => {
  const { scripts } = json("package.json");
  const theirs = Object.keys(studentCommands({ scripts } as Parameters<typeof studentCommands>[0]));
  const { tasks } = json(".vscode/tasks.json") as { tasks: { command: string }[] };
  const named = tasks.map(({ command }) => /^npm (?:run )?([a-z]+)/.exec(command)?.[1]);
  expect(named).toEqual(["test", "watch", "hint", "play", "start"]);
  expect(named.filter((name) => !theirs.includes(name!))).toEqual([]);
  expect(json(".vscode/extensions.json").recommendations).toContain("vitest.explorer");
});
