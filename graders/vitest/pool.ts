// vitest's pool for exercises. Student code runs in the engine's sandbox, so no worker of vitest's has anything to do:
// what one would report is reported from here, which saves its start at each run.
import { EventEmitter } from "node:events";
import { basename, dirname } from "node:path";
import {
  createMethodsRPC,
  type PoolOptions,
  type PoolRunnerInitializer,
  type PoolWorker,
  type RunnerTestCase,
  type RunnerTestFile,
  type WorkerRequest,
} from "vitest/node";
import { type Grading, startGrading } from "./grading.ts";
import { addTests, consoleOf, fileTask, type Look, pictureOf, resultOf, type Wanted } from "./tasks.ts";

const NAME = "async-dojo";

type RPC = ReturnType<typeof createMethodsRPC>;
type Files = Extract<WorkerRequest, { type: "run" }>["context"]["files"];

export interface PoolOptionsOfOurs {
  /** Outlives the pool's runs; without it each run has its own. */
  grading?: Grading;
  /** Whether each check's timeline is drawn for whoever shows it; default true. */
  pictures?: boolean;
}

export function exercisePool(ours: PoolOptionsOfOurs = {}): PoolRunnerInitializer {
  return { name: NAME, createPoolWorker: (options) => new ExerciseWorker(options, ours) };
}

/** In vitest's terms a worker; in truth it runs in vitest's own thread. */
class ExerciseWorker implements PoolWorker {
  readonly name = NAME;
  private readonly events = new EventEmitter();
  private readonly options: PoolOptions;
  private readonly ours: PoolOptionsOfOurs;
  private own: Grading | undefined;

  constructor(options: PoolOptions, ours: PoolOptionsOfOurs) {
    this.options = options;
    this.ours = ours;
  }

  on(event: string, callback: (...args: unknown[]) => void): void {
    this.events.on(event, callback);
  }

  off(event: string, callback: (...args: unknown[]) => void): void {
    this.events.off(event, callback);
  }

  deserialize(data: unknown): unknown {
    return data;
  }

  async start(): Promise<void> {}

  async stop(): Promise<void> {
    await this.own?.close();
  }

  canReuse(): boolean {
    return true;
  }

  send(message: WorkerRequest): void {
    if (message.type === "start") this.answer("started");
    if (message.type === "stop") this.answer("stopped");
    if (message.type === "run" || message.type === "collect")
      this.run(message.context.files).then(
        () => this.answer("testfileFinished"),
        (error: unknown) => this.answer("testfileFinished", error),
      );
  }

  /** Later, as from another thread: vitest listens only after it has sent. */
  private answer(type: "started" | "stopped" | "testfileFinished", error?: unknown): void {
    setImmediate(() => this.events.emit("message", { type, error, __vitest_worker_response__: true }));
  }

  private async run(files: Files): Promise<void> {
    const { project, method } = this.options;
    const rpc = createMethodsRPC(project, { collect: method === "collect" });
    // Their grading is in the thread's hands: none waits for another's.
    await Promise.all(Array.from(files, ({ filepath, ...wanted }) => this.runOne(rpc, filepath, wanted)));
  }

  private async runOne(rpc: RPC, filepath: string, wanted: Wanted): Promise<void> {
    const { project, method } = this.options;
    const place = {
      fileId: project.createSpecification(filepath).taskId,
      filepath,
      id: basename(dirname(filepath)),
      projectName: project.name,
      pool: NAME,
    };
    rpc.onQueued(fileTask(place));
    // Another object, as if it came from a worker: vitest looks into none that it knows.
    const file = fileTask(place);
    const look = { folder: dirname(filepath), page: project.vitest.config.ui };
    await this.grade(file, wanted, look);
    await rpc.onCollected([file]);
    if (method === "run") await this.report(file, rpc, look);
  }

  private async grade(file: RunnerTestFile, wanted: Wanted, look: Look): Promise<void> {
    const grading = this.ours.grading ?? (this.own ??= startGrading({ named: false }));
    try {
      const checks = await grading.graded(file.name);
      // An editor that runs a single test says so to vitest as a whole.
      const { testNamePattern = this.options.project.vitest.getGlobalTestNamePattern() } = wanted;
      if (checks) addTests(file, checks, { ...wanted, testNamePattern }, look);
      else Object.assign(file, { mode: "skip", meta: { superseded: true } });
    } catch (error) {
      const { message } = error as Error;
      file.mode = "run";
      file.result = { state: "fail", errors: [{ name: "Our fault, not yours", message, stack: "" }] };
    }
  }

  private async report(file: RunnerTestFile, rpc: RPC, look: Look): Promise<void> {
    if (file.result)
      return rpc.onTaskUpdate([[file.id, file.result, {}]], [[file.id, "suite-failed-early", undefined]]);
    const startTime = Date.now();
    await rpc.onTaskUpdate(
      [[file.id, { state: "run", startTime }, file.meta]],
      [[file.id, "suite-prepare", undefined]],
    );
    for (const task of file.tasks as RunnerTestCase[]) {
      const { verdict } = task.meta.dojo ?? {};
      if (task.mode !== "run" || !verdict) continue;
      await rpc.onTaskUpdate(
        [[task.id, { state: "run", startTime }, task.meta]],
        [[task.id, "test-prepare", undefined]],
      );
      for (const log of consoleOf(task)) rpc.onUserConsoleLog(log);
      const annotation = this.ours.pictures === false ? undefined : pictureOf(task.meta.dojo!);
      if (annotation) await rpc.onTaskArtifactRecord(task.id, { type: "internal:annotation", annotation });
      const result = resultOf(task, look);
      await rpc.onTaskUpdate([[task.id, result, task.meta]], [[task.id, "test-finished", undefined]]);
    }
    const failed = (file.tasks as RunnerTestCase[]).some(({ result }) => result?.state === "fail");
    const state = file.mode === "skip" ? "skip" : failed ? "fail" : "pass";
    const result = { state, startTime, duration: Date.now() - startTime } as const;
    await rpc.onTaskUpdate([[file.id, result, file.meta]], [[file.id, "suite-finished", undefined]]);
  }
}
