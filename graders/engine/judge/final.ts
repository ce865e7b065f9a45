// Which verdicts may be taken for what they were when they were given.
import type { ExerciseVerdict } from "../types.ts";

/** In these the machine had a say: on another day, or a faster one, it might be another. */
const OF_THE_MACHINE = new Set(["time-limit", "memory-limit", "output-limit"]);

/** Whether anything in it is our fault: that is no verdict, and is tried again. */
export function isOurFault({ outcome, checks }: ExerciseVerdict): boolean {
  return outcome === "grader-error" || checks.some((check) => check.outcome === "grader-error");
}

/** Whether it follows from the program alone, and so need not be asked for twice. */
export function isFinal(verdict: ExerciseVerdict): boolean {
  // A crash that left a trace was thrown; one that left none ended the process.
  const doubtful = verdict.checks.some(
    ({ outcome, trace }) => OF_THE_MACHINE.has(outcome) || (outcome === "crashed" && !trace),
  );
  return !doubtful && !isOurFault(verdict);
}
