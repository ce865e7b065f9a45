// The thread that grades while vitest starts; see grade-ahead.ts.
import { enableCompileCache } from "node:module";
import { availableParallelism } from "node:os";
import { parentPort, workerData } from "node:worker_threads";
import { answerAhead } from "../../graders/vitest/ahead.ts";
import type { GradedCheck } from "../../graders/vitest/graded.ts";
import type { AheadOptions } from "./grade-ahead.ts";

enableCompileCache();

const { ids, named } = workerData as AheadOptions;
const results = new Map(ids.map((id) => [id, Promise.withResolvers<GradedCheck[]>()]));
const answers = answerAhead((id) => results.get(id)!.promise);
// From here on no question is lost, so vitest may start; the engine is loaded meanwhile.
parentPort!.postMessage("ready");

const { openEngine } = await import("../../graders/engine/grade.ts");
const { gradeOwn } = await import("../../graders/vitest/graded.ts");
const { inParallel } = await import("../grade/pool.ts");

const opening = openEngine({ only: ids });
const stop = new AbortController();
parentPort!.once("message", async () => {
  stop.abort();
  answers.close();
  await opening.then(
    (engine) => engine.close(),
    () => {},
  );
});
await inParallel(ids, { jobs: availableParallelism(), signal: stop.signal }, async (id) => {
  results.get(id)!.resolve(await gradeOwn(opening, id, { named }));
}).catch((error: unknown) => {
  // gradeOwn tells every fault as a verdict: only a stop gets here.
  if (!stop.signal.aborted) throw error;
});
