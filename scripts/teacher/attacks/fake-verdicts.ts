// The fake engine for attacks that are not programs: its verdicts have no traces, since of none a picture can be drawn.

import { fakeEngine } from "../../testing/fake-engine.ts";
import type { GradingEngine } from "../grading-engine.ts";

/** Of 03 and 04: a file's words are its checks' outcomes. */
export function fakeVerdicts(): GradingEngine {
  const fake = fakeEngine(["03-three-apis", "04-timeout"]);
  return {
    ...fake,
    async gradeSubmission(...given) {
      const verdict = await fake.gradeSubmission(...given);
      const exercises = verdict.exercises.map((exercise) => ({
        ...exercise,
        checks: exercise.checks.map(({ trace: _, ...check }) => check),
      }));
      return { ...verdict, exercises };
    },
  };
}
