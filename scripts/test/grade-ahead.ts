// Grades in the main thread, from the first moment on: most of it happens in other processes while vitest starts.
import { availableParallelism } from "node:os";
import { openEngine } from "../../graders/engine/grade.ts";
import { answerAhead } from "../../graders/vitest/ahead.ts";
import { type GradedCheck, gradeOwn } from "../../graders/vitest/graded.ts";
import { inParallel } from "../grade/pool.ts";

export interface Ahead {
  /** Ends what is still under way. */
  close(): Promise<void>;
}

/** Begins to grade `ids` in their order, and answers vitest's workers. `named`: see gradeOwn. */
export function gradeAhead(ids: string[], named: boolean): Ahead {
  const opening = openEngine({ only: ids });
  const results = new Map(ids.map((id) => [id, Promise.withResolvers<GradedCheck[]>()]));
  const stop = new AbortController();
  const all = inParallel(ids, { jobs: availableParallelism(), signal: stop.signal }, async (id) => {
    results.get(id)!.resolve(await gradeOwn(opening, id, { named }));
  });
  // It rejects only when it is stopped: gradeOwn gives every fault as a verdict.
  all.catch(() => {});
  const answers = answerAhead(
    async (id) => (await results.get(id)?.promise) ?? gradeOwn(opening, id, { named }),
  );
  return {
    async close() {
      stop.abort();
      answers.close();
      await opening.then(
        (engine) => engine.close(),
        () => {},
      );
    },
  };
}
