// Clones a class's repositories, whose names it is told on stdin; for the workflow that `npm run package -- github` writes.
import { appendFile, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { text } from "node:stream/consumers";
import { Command } from "commander";
import { runCommand } from "./lib/command.ts";
import { parseWith } from "./lib/command-line.ts";
import { print } from "./lib/terminal.ts";
import { UsageError } from "./lib/usage-error.ts";
import { cloneClass, summary } from "./teacher/clone-class/class.ts";

const command = new Command("node scripts/clone-class.ts")
  .description(
    "Clones the repositories that are listed on stdin, a name a line, each into a folder of its own.",
  )
  .requiredOption("--from <url>", "where they are: https://github.com/organization")
  .requiredOption("--prefix <text>", "what the names of the class's begin with")
  .requiredOption("--into <folder>", "where the folders go")
  .requiredOption("--not-fetched <file>", "written for npm run grade: who could not be cloned, and why")
  .addHelpText(
    "after",
    "\nCLASS_TOKEN may hold a token that reads them, GITHUB_STEP_SUMMARY a file for a summary.",
  );

await runCommand(async () => {
  const help = parseWith(command, process.argv.slice(2), {
    see: "\nSee: node scripts/clone-class.ts --help",
  });
  if (help !== undefined) {
    print(process.stdout, help);
    return 0;
  }
  const { from, prefix, into, notFetched } = command.opts<Record<string, string>>();
  if (!URL.canParse(from!))
    throw new UsageError(`--from "${from}" is no URL. Give one as https://github.com/organization`);
  const { CLASS_TOKEN: token, GITHUB_STEP_SUMMARY: summaryFile } = process.env;
  const names = (await text(process.stdin)).split("\n").filter(Boolean);
  const options = { from: from!, prefix: prefix!, folder: resolve(into!), token };
  const cloned = await cloneClass(names, options, (line) => print(process.stdout, line));
  await writeFile(notFetched!, `${JSON.stringify(cloned.notFetched, null, 2)}\n`);
  if (summaryFile) await appendFile(summaryFile, summary(cloned));
  print(
    process.stdout,
    `Repositories cloned: ${cloned.cloned.length}; not cloned: ${cloned.notFetched.length}`,
  );
  return 0;
});
