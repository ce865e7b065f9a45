// npm run compare 03: a passing answer beside the course's own. Usage: npm run compare -- --help
import { enableCompileCache } from "node:module";
import { dirname } from "node:path";
import type { Engine } from "../graders/engine/engine.ts";
import { OwnExercises } from "../graders/engine/own/own-exercises.ts";
import { callersFolder, runCommand } from "./lib/command.ts";
import { exerciseIds } from "./lib/exercises.ts";
import { oneExercise, wantsHelp } from "./lib/one-exercise.ts";
import { painter, print, widthOf } from "./lib/terminal.ts";
import { comparisonOf } from "./student/compare/compare.ts";
import { comparisonLines } from "./student/compare/show.ts";

enableCompileCache();

const usage = `Usage: npm run compare 03

Once an exercise passes: your answer beside ours, the reference and two other styles, each with its reason. Look when you have
passed, not before: what you read you do not find out.
`;

await runCommand(async () => {
  const args = process.argv.slice(2);
  if (wantsHelp(args)) {
    print(process.stdout, usage);
    return 0;
  }
  const root = dirname(import.meta.dirname);
  const folder = callersFolder("compare", process.env, process.cwd());
  const id = oneExercise("compare", args, { root, folder, known: exerciseIds(root) });
  let engine: Promise<Engine> | undefined;
  const open = () => {
    engine ??= import("../graders/engine/engine.ts").then(({ openEngine }) => openEngine({ only: [id] }));
    return engine;
  };
  try {
    const comparison = await comparisonOf(new OwnExercises({ root, open }), id);
    const look = { width: Math.min(widthOf(process.stdout) - 1, 180), paint: painter(process.stdout) };
    print(process.stdout, comparisonLines(comparison, look));
    return 0;
  } finally {
    await (await engine)?.close();
  }
});
