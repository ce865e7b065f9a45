// The thread that grades; see grading.ts.
import { enableCompileCache } from "node:module";
import { availableParallelism } from "node:os";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { parentPort, workerData } from "node:worker_threads";
import type { Engine } from "../engine/engine.ts";
import type { CheckVerdict } from "../engine/types.ts";
import type { Answer, GradingSettings, Message, Question, RunAnswer } from "./grading.ts";

enableCompileCache();

const { only, named, warm } = workerData as GradingSettings;
const { OwnExercises } = await import("../engine/own/own-exercises.ts");
const { gradeOwn } = await import("./graded.ts");

let engine: Promise<Engine> | undefined;
const exercises = new OwnExercises({
  root: dirname(dirname(dirname(fileURLToPath(import.meta.url)))),
  open() {
    engine = open();
    return engine;
  },
});

async function open(): Promise<Engine> {
  const [{ openEngine }, { startCompiler }] = await Promise.all([
    import("../engine/engine.ts"),
    import("../engine/compile/compile.ts"),
  ]);
  startCompiler();
  const opened = await openEngine(only ? { only } : {});
  // The child starts while the student's files are compiled.
  opened.warm();
  return opened;
}

const queue: Question[] = [];
const underWay = new Map<number, AbortController>();
const lanes = availableParallelism();

parentPort!.on("message", (message: Message) => {
  if (message === "close") return close();
  if ("cancel" in message) return cancel(message.cancel);
  if ("closely" in message) return void watch(message);
  queue.push(message);
  next();
});

async function next(): Promise<void> {
  if (underWay.size === lanes || queue.length === 0) return;
  const { key, id } = queue.shift()!;
  const controller = new AbortController();
  underWay.set(key, controller);
  const checks = await gradeOwn(exercises, id, { named, signal: controller.signal });
  const answer: Answer = { key, checks };
  // What was cancelled nobody waits for.
  if (!controller.signal.aborted) parentPort!.postMessage(answer);
  underWay.delete(key);
  if (queue.length > 0) return next();
  if (warm)
    await exercises
      .engine()
      .then(() => engine)
      .then(
        (opened) => opened?.warm(),
        () => {},
      );
}

/** Beside what is graded: somebody waits for it. */
async function watch({ key, id, closely }: Question & { closely: CheckVerdict }): Promise<void> {
  const answer: RunAnswer = await exercises.closely(id, closely).then(
    (run) => ({ key, run }),
    (error: Error) => ({ key, failed: error.message }),
  );
  parentPort!.postMessage(answer);
}

/** At once, whatever it is at: its place is for the next. */
function cancel(key: number): void {
  const at = queue.findIndex((question) => question.key === key);
  if (at >= 0) queue.splice(at, 1);
  underWay.get(key)?.abort();
  underWay.delete(key);
  next();
}

async function close(): Promise<void> {
  queue.length = 0;
  await engine?.then(
    (opened) => opened.close(),
    () => {},
  );
  process.exit();
}
