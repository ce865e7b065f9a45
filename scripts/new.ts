// npm run new -- 36-slug: scaffolds all the pieces of an exercise.

import { dirname } from "node:path";
import { runCommand } from "./lib/command.ts";
import { print } from "./lib/terminal.ts";
import { UsageError } from "./lib/usage-error.ts";
import { createExercise } from "./maintainer/new/create.ts";
import { recordStubs } from "./maintainer/verify/stub-record.ts";

const usage = `Usage: npm run new -- 36-slug

Writes the pieces of a new exercise: its task and stub, its grader, and its right and wrong answers. What is to be
filled in, \`npm run verify -- --only 36\` says.
`;

await runCommand(async () => {
  const args = process.argv.slice(2);
  if (args.includes("--help") || args.includes("-h")) {
    print(process.stdout, usage);
    return 0;
  }
  const [id, ...more] = args;
  if (id === undefined || more.length > 0) throw new UsageError("Give one name: npm run new -- 36-slug");
  const root = dirname(import.meta.dirname);
  const written = createExercise(root, id);
  recordStubs(root, [id]);
  print(process.stdout, [
    ...written,
    "",
    `Next: npm run verify -- --only ${id.slice(0, 2)} says what to fill in.`,
  ]);
  return 0;
});
