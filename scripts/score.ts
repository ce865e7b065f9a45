// npm run score: a student's points over all exercises. Usage: npm run score -- --help
import { availableParallelism } from "node:os";
import { dirname } from "node:path";
import { flagsLostToNpm, runCommand } from "./lib/command.ts";
import { painter, widthOf } from "./lib/terminal.ts";
import { parseArguments } from "./score/arguments.ts";

const exitCodes = { counted: 0, tooFew: 1, fault: 3 };
const SEED = 1;

await runCommand(async () => {
  const options = parseArguments(process.argv.slice(2));
  if ("help" in options) {
    process.stdout.write(options.help);
    return exitCodes.counted;
  }
  const lost = flagsLostToNpm("score", ["json", "min"], process.env);
  if (lost) process.stderr.write(`Note: ${lost}\n`);
  const score = await count();
  const { stdout } = process;
  const width = Math.max(40, Math.min(widthOf(stdout), 120) - 1);
  const { scoreLines } = await import("./score/score-lines.ts");
  const text = options.json
    ? JSON.stringify(score, null, 2)
    : scoreLines(score, width, painter(stdout)).join("\n");
  stdout.write(`${text}\n`);
  const outcomes = score.belts.flatMap(({ exercises }) => exercises.map(({ outcome }) => outcome));
  if (outcomes.includes("grader-error")) return exitCodes.fault;
  const { min } = options;
  if (min === undefined || 100 * score.score >= min * score.maxScore) return exitCodes.counted;
  process.stderr.write(`That is less than ${min} %.\n`);
  return exitCodes.tooFew;
});

// Loaded only now: wrong usage and --help need no engine, and should be answered at once.
async function count() {
  const root = dirname(import.meta.dirname);
  const { openEngine } = await import("../graders/engine/grade.ts");
  const { readStubs } = await import("../graders/engine/stubs.ts");
  const { ownExercise } = await import("./lib/submission.ts");
  const { scoreAll } = await import("./score/score.ts");
  const engine = await openEngine();
  const stubs = readStubs();
  try {
    const read = (id: string) => ownExercise(root, id, stubs[id]);
    return await scoreAll(engine, read, { seed: SEED, jobs: availableParallelism() });
  } finally {
    await engine.close();
  }
}
