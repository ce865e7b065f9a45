// Chooses the wrong answers that are made from right ones: for each operator what it makes of the first answer that will do.
import type { ExerciseVerdict } from "../../../graders/engine/types.ts";
import { type Answer, type Grading, gradeAnswers } from "../evidence/grade-answers.ts";
import type { ExercisePieces } from "../evidence/project-files.ts";
import { othersFailed } from "../evidence/wrong-answer.ts";
import { headerLine, type WrongHeader } from "../evidence/wrong-header.ts";
import { type Variant, variantsOf } from "../mutants/variants.ts";
import { type GeneratedList, keyOf, rightAnswers } from "./generated.ts";

interface Candidate extends Answer {
  variant: Variant;
  /** By seed; undefined where it will not do. */
  headers: Map<number, WrongHeader | undefined>;
}

/**
 * By exercise. A variant will do if with every seed it fails the same checks, and one of them under the operator's
 * name; of those that fail alike one is enough.
 */
export async function generate(
  exercises: readonly ExercisePieces[],
  engine: Grading,
  { seeds, jobs }: { seeds: readonly number[]; jobs: number },
): Promise<Map<string, GeneratedList>> {
  const lists = new Map(exercises.map(({ id }) => [id, {} as GeneratedList]));
  const done = new Map(exercises.map(({ id }) => [id, new Set<string>()]));
  const rounds = Math.max(...exercises.map((pieces) => rightAnswers(pieces).length));
  for (let round = 0; round < rounds; round++) {
    const candidates = (await Promise.all(exercises.map((each) => candidatesOf(each, round)))).flat();
    const left = candidates.filter(({ id, variant }) => !done.get(id)!.has(variant.operator));
    for (const seed of seeds) {
      const fit = left.filter(({ headers }) => [...headers.values()].every((header) => header));
      await gradeAnswers(fit, engine, { seeds: [seed], jobs }, (candidate, _, verdict) => {
        candidate.headers.set(seed, headerOf(verdict, candidate.variant.misconception));
      });
    }
    for (const exercise of exercises) {
      const of = rightAnswers(exercise)[round]?.name;
      const own = left.filter(({ id }) => id === exercise.id);
      if (of !== undefined) take(own, of, lists.get(exercise.id)!, done.get(exercise.id)!);
    }
  }
  return lists;
}

async function candidatesOf(pieces: ExercisePieces, round: number): Promise<Candidate[]> {
  const source = rightAnswers(pieces)[round];
  if (!source) return [];
  const { id, entry } = pieces;
  const variants = await variantsOf(source.text);
  return variants.map((variant) => ({ id, entry, text: variant.text, variant, headers: new Map() }));
}

function take(candidates: readonly Candidate[], of: string, list: GeneratedList, done: Set<string>): void {
  const alike = new Set<string>();
  for (const { variant, headers } of candidates) {
    const lines = new Set([...headers.values()].map((header) => header && headerLine(header)));
    const header = [...headers.values()][0];
    const key = `${variant.operator}: ${[...lines][0]}`;
    if (lines.size !== 1 || !header || alike.has(key)) continue;
    alike.add(key);
    done.add(variant.operator);
    (list[of] ??= {})[keyOf(variant)] = header;
  }
}

/** What the verdict says of an answer with this misconception; undefined if it is no evidence of it. */
function headerOf(verdict: ExerciseVerdict, misconception: string): WrongHeader | undefined {
  const outcomes = verdict.checks.map(({ outcome }) => outcome);
  // What does not run shows nothing, and what had to be stopped takes too long to be graded again and again.
  const useless = ["skipped", "compile-error", "forbidden", "grader-error", "time-limit", "memory-limit"];
  if (outcomes.some((outcome) => useless.includes(outcome))) return undefined;
  const naming = verdict.checks.filter(
    (check) => check.outcome !== "passed" && check.misconception === misconception,
  );
  // What calls share is what one check is there for, if others see it, too.
  const meeting = misconception === "shared-state" ? naming.find(({ id }) => id === "apart") : undefined;
  const own = meeting ?? naming[0];
  return own && { check: own.id, misconception, also: othersFailed(verdict, own.id) };
}
