// The score of the student's own exercises on this disk.
import { availableParallelism } from "node:os";
import { gradedIds } from "../../../graders/engine/edition/state.ts";
import type { Engine } from "../../../graders/engine/engine.ts";
import { OwnExercises } from "../../../graders/engine/own/own-exercises.ts";
import { type Score, scoreAll } from "./score.ts";

/**
 * Grades what has been begun in the project in `root`; with `anew` also what was graded before and has not changed. Throws
 * an EngineError if nothing can be graded here.
 */
export async function countPoints(root: string, { anew = false } = {}): Promise<Score> {
  let engine: Promise<Engine> | undefined;
  const own = new OwnExercises({
    root,
    open() {
      engine = import("../../../graders/engine/engine.ts").then(({ openEngine }) => openEngine());
      return engine;
    },
    ...(anew ? { folder: null } : {}),
  });
  try {
    return await scoreAll(own, gradedIds(), availableParallelism());
  } finally {
    await engine?.then(
      (opened) => opened.close(),
      () => {},
    );
  }
}
