// npm's `prepare`: installs the git hook in a clone. In CI, or without git, there is nothing to do and nothing to say.
import { existsSync } from "node:fs";

if (!process.env.CI && process.env.HUSKY !== "0" && existsSync(".git")) {
  // A commit hook is worth no failed installation.
  const problem = await import("husky").then(({ default: husky }) => husky(), String);
  if (problem) process.stderr.write(`The git hook was not installed: ${problem}\n`);
}
