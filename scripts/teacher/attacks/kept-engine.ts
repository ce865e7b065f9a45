// The real engine for many gradings: it is opened once, and none of them closes it.
import type { Engine } from "../../../graders/engine/engine.ts";
import type { GradingEngine } from "../grading-engine.ts";

export function keptOpen(engine: Engine): GradingEngine {
  const { graders, gradersHash, layers, weaker, surroundings } = engine;
  return {
    ...{ graders, gradersHash, layers, weaker, surroundings },
    fingerprints: () => engine.fingerprints(),
    program: (files) => engine.program(files),
    reference: (id) => engine.reference(id),
    ghost: (id, verdict) => engine.ghost(id, verdict),
    gradeSubmission: (submission, options) => engine.gradeSubmission(submission, options),
    close: async () => {},
  };
}
