// npm run next: what to do next.
import { dirname } from "node:path";
import { runCommand } from "./lib/command.ts";
import { titleOf } from "./lib/exercises.ts";
import { wantsHelp } from "./lib/one-exercise.ts";
import { painter, print, widthOf } from "./lib/terminal.ts";
import { UsageError } from "./lib/usage-error.ts";

const usage = `Usage: npm run next

Names the exercise to do next: the first that you have begun and that does not pass yet, or else the first that you have
not begun.

Exit codes: 0 named, or all done; 1 wrong usage; 3 a check could not be run (which is not your fault).
`;
const exitCodes = { named: 0, fault: 3 };

await runCommand(async () => {
  const args = process.argv.slice(2);
  if (wantsHelp(args)) {
    print(process.stdout, usage);
    return exitCodes.named;
  }
  if (args.length > 0) throw new UsageError("npm run next takes no arguments.");
  const root = dirname(import.meta.dirname);
  const { countPoints } = await import("./student/score/count.ts");
  const { readStubs } = await import("../graders/engine/compile/stubs.ts");
  const { nextLines } = await import("./student/next/next-lines.ts");
  const score = await countPoints(root);
  const stubs = readStubs();
  const facts = { title: (id: string) => titleOf(root, id), stub: (id: string) => stubs[id] };
  const look = { width: Math.min(widthOf(process.stdout) - 1, 120), paint: painter(process.stdout) };
  print(process.stdout, nextLines(score, facts, look));
  const all = score.belts.flatMap(({ exercises }) => exercises);
  return all.some(({ outcome }) => outcome === "grader-error") ? exitCodes.fault : exitCodes.named;
});
