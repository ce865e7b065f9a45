// The score of the student's own exercises on this disk, graded now.
import { availableParallelism } from "node:os";
import { readStubs } from "../../../graders/engine/compile/stubs.ts";
import { openEngine } from "../../../graders/engine/engine.ts";
import { ownExercise } from "../../lib/submission.ts";
import { type Score, scoreAll } from "./score.ts";

const SEED = 1;

/** Grades what has been begun in the project in `root`. Throws an EngineError if nothing can be graded here. */
export async function countPoints(root: string): Promise<Score> {
  const engine = await openEngine();
  const stubs = readStubs();
  try {
    const read = (id: string) => ownExercise(root, id, stubs[id]);
    return await scoreAll(engine, read, { seed: SEED, jobs: availableParallelism() });
  } finally {
    await engine.close();
  }
}
