// What `npm run next` prints: the exercise, where to read, and the command.
import { isRepair } from "../../../graders/engine/compile/stubs.ts";
import { firstSteps } from "../../../graders/vitest/report.ts";
import { numberOf, slugOf } from "../../lib/exercise-ids.ts";
import { type Paint, wrap } from "../../lib/terminal.ts";
import type { Score } from "../score/score.ts";
import { faultLines } from "../score/score-lines.ts";

export interface NextFacts {
  title(id: string): string;
  /** An exercise's recorded stub. */
  stub(id: string): string | undefined;
}

/** Lines of at most `width` columns, as far as names allow. */
export function nextLines(
  score: Score,
  { title, stub }: NextFacts,
  { width, paint }: { width: number; paint: Paint },
): string[] {
  const all = score.belts.flatMap(({ exercises }) => exercises);
  const faults = faultLines(score, width).map((line) => paint("yellow", line));
  const next = all.find(({ id }) => id === score.next?.exercise);
  if (!next) return faults.length > 0 ? faults : [paint("green", "All done. Well done!")];
  const { id, untouched } = next;
  const folder = `exercises/${id}`;
  const what = untouched
    ? firstSteps(folder, `${slugOf(id)}.ts`, isRepair(stub(id) ?? "") ? "repair" : "todo")
    : `You have ${next.score} of its ${next.maxScore} points. What it asks for: ${folder}/README.md`;
  return [
    ...faults,
    `Next: ${paint("bold", id)}  ${title(id)}`,
    "",
    ...wrap(what, width - 2).map((line) => `  ${line}`),
    `  ${paint("bold", score.next!.command)}`,
    ...(untouched ? [] : [`  Stuck? npm run hint ${numberOf(id)}`]),
  ];
}
