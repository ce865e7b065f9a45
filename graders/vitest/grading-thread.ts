// The thread that grades; see grading.ts.
import { enableCompileCache } from "node:module";
import { availableParallelism } from "node:os";
import { parentPort, workerData } from "node:worker_threads";
import type { Answer, GradingSettings, Question } from "./grading.ts";

enableCompileCache();

const { only, named, warm } = workerData as GradingSettings;
const { openEngine } = await import("../engine/engine.ts");
const { startCompiler } = await import("../engine/compile/compile.ts");
startCompiler();
const opening = openEngine(only ? { only } : {});
// The child starts while the student's files are read and compiled.
opening.then(
  (engine) => engine.warm(),
  () => {},
);
const { gradeOwn } = await import("./graded.ts");

const queue: Question[] = [];
let free = availableParallelism();

parentPort!.on("message", (message: Question | "close") => {
  if (message === "close") return close();
  queue.push(message);
  next();
});

async function next(): Promise<void> {
  if (free === 0 || queue.length === 0) return;
  free--;
  const { key, id } = queue.shift()!;
  const answer: Answer = { key, checks: await gradeOwn(opening, id, { named }) };
  parentPort!.postMessage(answer);
  free++;
  if (queue.length > 0) return next();
  if (warm) await opening.then((engine) => engine.warm()).catch(() => {});
}

async function close(): Promise<void> {
  queue.length = 0;
  await opening.then(
    (engine) => engine.close(),
    () => {},
  );
  process.exit();
}
