// npm run reset 03: the stub back; the attempt is kept aside.

import { dirname } from "node:path";
import { readStubs } from "../graders/engine/compile/stubs.ts";
import { callersFolder, runCommand } from "./lib/command.ts";
import { exerciseIds } from "./lib/exercises.ts";
import { oneExercise, wantsHelp } from "./lib/one-exercise.ts";
import { print } from "./lib/terminal.ts";
import { resetExercise } from "./student/reset/reset.ts";

const usage = `Usage: npm run reset 03

Gives you an exercise's file back as you first got it. Yours is kept in .attempts/; other files stay as they are.
`;

await runCommand(async () => {
  const args = process.argv.slice(2);
  if (wantsHelp(args)) {
    print(process.stdout, usage);
    return 0;
  }
  const root = dirname(import.meta.dirname);
  const folder = callersFolder("reset", process.env, process.cwd());
  const id = oneExercise("reset", args, {
    root,
    folder,
    known: exerciseIds(root),
    recorded: Object.keys(readStubs()),
  });
  const lines = await resetExercise(root, id, readStubs()[id], new Date());
  print(process.stdout, lines);
  return 0;
});
