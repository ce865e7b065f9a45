// The points of the exercises in a commit, of what is staged.
import { availableParallelism } from "node:os";
import type { Engine } from "../../../graders/engine/engine.ts";
import { OwnExercises } from "../../../graders/engine/own/own-exercises.ts";
import { gradeOwn } from "../../../graders/vitest/graded.ts";
import { explain } from "../../lib/command.ts";
import { numberOf } from "../../lib/exercise-ids.ts";
import { exerciseIds } from "../../lib/exercises.ts";
import { inParallel } from "../../lib/pool.ts";
import type { Paint } from "../../lib/terminal.ts";
import { exerciseReport, stateOfExercise, totalOf } from "../test/exercise-report.ts";

/** A line for each of `ids`, graded as it is in `folder`. What cannot be graded is told so. */
export async function pointsOfExercises(
  root: string,
  folder: string,
  ids: readonly string[],
  paint: Paint,
): Promise<string[]> {
  const known = exerciseIds(root);
  const only = ids.filter((id) => known.includes(id));
  if (only.length === 0) return [];
  let engine: Promise<Engine> | undefined;
  const open = () => {
    engine = import("../../../graders/engine/engine.ts").then(({ openEngine }) => openEngine({ only }));
    return engine;
  };
  const exercises = new OwnExercises({ root: folder, open });
  const { signal } = new AbortController();
  try {
    const options = { jobs: availableParallelism(), signal };
    return await inParallel(only, options, async (id) => {
      const checks = await gradeOwn(exercises, id, { named: true });
      const facts = checks.map(({ title, ...meta }) => ({ title, meta, state: "", errors: [] }));
      const report = exerciseReport(id, facts, []);
      const { score, maxScore } = totalOf(report);
      const points = `${id}  ${score} of ${maxScore} points`;
      switch (stateOfExercise(report)) {
        case "passed":
          return `${paint("green", "✓")} ${points}`;
        case "fault":
          return `${paint("yellow", "!")} ${id} could not be graded: npm test ${numberOf(id)} says why.`;
        default:
          return `${paint("red", "✗")} ${points}: npm test ${numberOf(id)}`;
      }
    });
  } catch (error) {
    return [`The score could not be told: ${explain(error)}`];
  } finally {
    await engine?.then(
      (opened) => opened.close(),
      () => {},
    );
  }
}
