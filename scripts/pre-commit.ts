// What git runs before a commit (.husky/pre-commit): formats and checks what is staged, and shows a student their score.
import { dirname } from "node:path";
import { runCommand } from "./lib/command.ts";
import { painter, print } from "./lib/terminal.ts";
import { beforeCommit } from "./student/pre-commit/before-commit.ts";

await runCommand(async () => {
  const { lines, blocked } = await beforeCommit(dirname(import.meta.dirname), painter(process.stderr));
  // git passes on what a hook writes to stderr; what it writes to stdout some clients hide.
  print(process.stderr, lines);
  return blocked ? 1 : 0;
});
