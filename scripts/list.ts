// npm run list: all exercises, belt by belt, and which of them you have begun.
import { dirname } from "node:path";
import { runCommand } from "./lib/command.ts";
import { exerciseIds, titleOf } from "./lib/exercises.ts";
import { wantsHelp } from "./lib/one-exercise.ts";
import { painter, print } from "./lib/terminal.ts";
import { UsageError } from "./lib/usage-error.ts";
import { listLines } from "./student/list/list-lines.ts";
import { statesIn } from "./student/list/state.ts";

const usage = `Usage: npm run list

Lists all exercises with their titles, and says which you have begun. Nothing is graded: that does npm run score.
`;

await runCommand(async () => {
  const args = process.argv.slice(2);
  if (wantsHelp(args)) {
    print(process.stdout, usage);
    return 0;
  }
  if (args.length > 0) throw new UsageError("npm run list takes no arguments.");
  const root = dirname(import.meta.dirname);
  const stateOf = statesIn(root);
  const known = exerciseIds(root);
  if (known.length === 0) throw new UsageError("There is no exercise in exercises/. Is this a whole clone?");
  const listed = await Promise.all(
    known.map(async (id) => ({ id, title: titleOf(root, id), state: await stateOf(id) })),
  );
  print(process.stdout, listLines(listed, painter(process.stdout)));
  return 0;
});
