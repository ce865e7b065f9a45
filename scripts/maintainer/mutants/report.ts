// What `npm run mutants` prints: a line for each exercise, below it what survived and what to do about it.
import { EQUIVALENTS, type Equivalent } from "../evidence/equivalents.ts";
import type { Fate, MutationResult } from "./grade.ts";

const WIDEST = 60;

/** Whether the exercise's graders see every mutant of these files that is not listed, and all that is listed is needed. */
export function holds(results: MutationResult[]): boolean {
  return results.every(
    ({ fault, survivors, stale }) => !fault && survivors.length === 0 && stale.length === 0,
  );
}

/** `20 of 22 killed   90 %   3 equivalent, 1 timed out` for all of these files together. */
export function scoreText(results: MutationResult[]): string {
  if (results.some(({ fault }) => fault)) return "no score";
  const sum = (fate: Fate) => results.reduce((total, { count }) => total + count[fate], 0);
  const killed = sum("killed") + sum("timed out") + sum("does not compile");
  const all = killed + sum("survived");
  // Never 100 where one survives.
  const percent = all === 0 ? 100 : Math.floor((killed / all) * 100);
  const notes = (["equivalent", "timed out", "does not compile"] as const)
    .filter((fate) => sum(fate) > 0)
    .map((fate) => `${sum(fate)} ${fate === "does not compile" ? "not compiling" : fate}`);
  const score = `${`${killed} of ${all}`.padStart(10)} killed ${`${percent} %`.padStart(6)}`;
  return [score, ...(notes.length > 0 ? [notes.join(", ")] : [])].join("   ");
}

/** What is wrong with a file's mutants and what to do, each in lines; nothing if nothing is. */
export function problemLines({ file, survivors, stale, fault }: MutationResult): string[] {
  const { exercise, name } = file;
  const path = `solutions/${exercise}/${name}`;
  const list = `solutions/${exercise}/${EQUIVALENTS}`;
  if (fault) return [`${path}: ${fault}`];
  const survived = survivors.flatMap(({ mutant, entry }) => [
    `${path}:${mutant.line}:${mutant.column} survives with full marks:`,
    `  ${short(entry.original)} → ${short(entry.replacement) || "(nothing)"}`,
    `  to list it: ${JSON.stringify(pasteable(entry))}`,
  ]);
  const remedy =
    survivors.length > 0
      ? [
          `If anything that exercises/${exercise}/README.md promises differs, let graders/${exercise}.ts see it, and put the mutant`,
          `into solutions/${exercise}/wrong/. Else list it in ${list}, under "${name}", with the reason.`,
        ]
      : [];
  const left = stale.flatMap((entry) => [
    `${list} lists for "${name}" what is no surviving mutant (any more): remove it, or mend it.`,
    `  in ${short(entry.line)}: ${short(entry.original)} → ${short(entry.replacement) || "(nothing)"}${entry.nth > 1 ? ` (nth ${entry.nth})` : ""}`,
  ]);
  return [...survived, ...remedy, ...left];
}

function pasteable({ nth, ...entry }: Equivalent): object {
  const { reason, ...change } = entry;
  return { ...change, ...(nth > 1 ? { nth } : {}), reason };
}

function short(text: string): string {
  return text.length <= WIDEST ? text : `${text.slice(0, WIDEST - 15)} … ${text.slice(-12)}`;
}
