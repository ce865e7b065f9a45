// npm run hint 03: one hint further each time.
import { dirname } from "node:path";
import { callersFolder, flagsLostToNpm, runCommand } from "./lib/command.ts";
import { exerciseIds } from "./lib/exercises.ts";
import { oneExercise, wantsHelp } from "./lib/one-exercise.ts";
import { painter, print, widthOf } from "./lib/terminal.ts";
import { hintLines, takeHint } from "./student/hint/show.ts";

const usage = `Usage: npm run hint 03 [again]

Shows the next hint for an exercise, from a nudge to nearly the answer: each call goes one hint further. With \`again\`
(or -- --again) it starts from the first.
`;
const AGAIN = ["again", "--again"];

await runCommand(async () => {
  const args = process.argv.slice(2);
  if (wantsHelp(args)) {
    print(process.stdout, usage);
    return 0;
  }
  const lost = flagsLostToNpm("hint", ["again"], process.env);
  if (lost) print(process.stderr, `Note: ${lost}`);
  const root = dirname(import.meta.dirname);
  const folder = callersFolder("hint", process.env, process.cwd());
  const named = args.filter((arg) => !AGAIN.includes(arg));
  const id = oneExercise("hint", named, { root, folder, known: exerciseIds(root) });
  const taken = await takeHint({ root, id, again: named.length < args.length });
  const look = { width: Math.min(widthOf(process.stdout) - 1, 120), paint: painter(process.stdout) };
  print(process.stdout, hintLines(taken, look));
  if (taken.note) print(process.stderr, `Note: ${taken.note}`);
  return 0;
});
