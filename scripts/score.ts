// npm run score: a student's points over all exercises. Usage: npm run score -- --help
import { dirname } from "node:path";
import { flagsLostToNpm, runCommand } from "./lib/command.ts";
import { titleOf } from "./lib/exercises.ts";
import { painter, print, widthOf } from "./lib/terminal.ts";
import { parseArguments } from "./student/score/arguments.ts";
import type { Score } from "./student/score/score.ts";
import { jsonText } from "./teacher/reports/json-text.ts";

const exitCodes = { counted: 0, tooFew: 1, fault: 3 };

await runCommand(async () => {
  const options = parseArguments(process.argv.slice(2));
  if ("help" in options) {
    print(process.stdout, options.help);
    return exitCodes.counted;
  }
  const lost = flagsLostToNpm("score", ["json", "min"], process.env);
  if (lost) print(process.stderr, `Note: ${lost}`);
  // Loaded only now: wrong usage and --help need no engine, and should be answered at once.
  const { countPoints } = await import("./student/score/count.ts");
  const root = dirname(import.meta.dirname);
  const score = await countPoints(root);
  if (options.json) print(process.stdout, jsonText(score));
  else await show(score, root);
  const outcomes = score.belts.flatMap(({ exercises }) => exercises.map(({ outcome }) => outcome));
  if (outcomes.includes("grader-error")) return exitCodes.fault;
  const { min } = options;
  if (min === undefined || 100 * score.score >= min * score.maxScore) return exitCodes.counted;
  print(process.stderr, `That is less than ${min} %.`);
  return exitCodes.tooFew;
});

async function show(score: Score, root: string): Promise<void> {
  const { scoreLines } = await import("./student/score/score-lines.ts");
  const { ago, changesSince, lastTime, rememberScore } = await import("./student/score/last-time.ts");
  const { stdout } = process;
  const width = Math.max(40, Math.min(widthOf(stdout), 120) - 1);
  const now = Date.now();
  const last = lastTime(root);
  const since = last && { when: ago(last.at, now), changes: changesSince(last, score) };
  const title = (id: string) => titleOf(root, id);
  const lines = scoreLines(score, width, painter(stdout), { title, ...(since ? { since } : {}) });
  print(stdout, lines);
  await rememberScore(root, score, now, last);
}
