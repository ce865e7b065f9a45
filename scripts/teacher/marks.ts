// One sign for each outcome that points alone do not tell.
import type { CheckOutcome } from "../../graders/engine/types.ts";

interface Mark {
  /** One column wide in every terminal, hence no emoji; and no letter: "3O" is read as a number, or read out as text. */
  sign: string;
  meaning: string;
}

/** In the order in which a legend lists them. `passed`, `failed` and `skipped` have none: the points say it. */
export const marks: Partial<Record<CheckOutcome, Mark>> = {
  missing: { sign: "–", meaning: "not handed in" },
  "no-export": { sign: "∅", meaning: "handed in, without the export that is asked for" },
  "compile-error": { sign: "✗", meaning: "syntax error" },
  forbidden: { sign: "⊘", meaning: "uses what graded code may not" },
  invalid: { sign: "?", meaning: "a file that cannot be taken" },
  "never-settled": { sign: "…", meaning: "never settles" },
  "virtual-time-limit": { sign: "»", meaning: "goes on and on in virtual time" },
  "time-limit": { sign: "∞", meaning: "stopped: endless loop, or far too slow" },
  "memory-limit": { sign: "■", meaning: "stopped: too much memory" },
  "output-limit": { sign: "≡", meaning: "stopped: too much output" },
  crashed: { sign: "!", meaning: "threw where nothing could catch it" },
  "grader-error": { sign: "‡", meaning: "our fault: the grader failed, grade again" },
};

/** The first outcome, of the checks in their order, that has a mark. */
export function markedOutcome(outcomes: readonly CheckOutcome[]): CheckOutcome | undefined {
  return outcomes.find((outcome) => marks[outcome]);
}
