// A machine that runs programs for a grading elsewhere: takes jobs of its own version, runs them, and hands back what happened.
import { randomUUID } from "node:crypto";
import { DelayedError, type Job, Worker } from "bullmq";
import type { Redis } from "ioredis";
import type { Engine } from "../../../graders/engine/engine.ts";
import { type JobData, parseContent, returnedText } from "./job.ts";
import { LIFETIME_S, type Names, renew, runOf } from "./names.ts";
import { Outages } from "./outages.ts";
import {
  announceWorker,
  BEAT_MS,
  coordinatorKey,
  ownName,
  presentCoordinators,
  presentWorkers,
  type WorkerRecord,
  withdrawWorker,
} from "./presence.ts";
import type { Connections } from "./redis.ts";

export interface Serving {
  engine: Pick<Engine, "transcribe">;
  names: Names;
  connections: Connections;
  /** How many jobs at a time. */
  jobs: number;
  /** Real ms of silence after which this worker's jobs are another's. */
  patienceMs: number;
  say(line: string): void;
}

/** How often a job may be begun: a program that ends its worker every time must not end all of them. */
const MAX_STARTS = 6;
/** How often one gives way to another worker, and for how long (real ms). */
const [GIVES_WAY, GIVES_WAY_MS] = [3, 1000];

/** Where the coordinator has ended nothing is left behind. */
const HAND_OVER = `
if redis.call('EXISTS', KEYS[3]) == 0 then return 0 end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
redis.call('EXPIRE', KEYS[1], ARGV[4])
redis.call('RPUSH', KEYS[2], ARGV[3])
redis.call('EXPIRE', KEYS[2], ARGV[4])
return 1`;

export class QueueWorker {
  private readonly given: Serving;
  private readonly redis: Redis;
  private readonly worker: Worker<JobData, void>;
  private readonly record: WorkerRecord;
  private readonly stop = new AbortController();
  private readonly heart: NodeJS.Timeout;

  constructor(given: Serving) {
    const { names, connections, jobs, patienceMs } = given;
    this.given = given;
    this.redis = connections.connect(true);
    new Outages(given.say).watch(this.redis);
    const { version, queue } = names;
    this.record = { id: randomUUID(), version, queue, name: ownName(), jobs, busy: 0, done: 0, failed: 0 };
    this.worker = new Worker(queue, (job, token) => this.process(job, token!), {
      connection: this.redis,
      prefix: names.prefix,
      concurrency: jobs,
      lockDuration: patienceMs,
      stalledInterval: patienceMs,
      maxStalledCount: MAX_STARTS - 1,
      maxStartedAttempts: MAX_STARTS,
      removeOnComplete: { count: 0 },
    });
    this.worker.on("error", () => {});
    this.worker.on("failed", () => this.record.failed++);
    this.heart = setInterval(() => void this.beat(), BEAT_MS);
    void this.beat();
  }

  /** Whether it takes no more. */
  get stopping(): boolean {
    return this.worker.closing !== undefined;
  }

  /** Ends when what is under way is done; if it is called again, at once. */
  async close(): Promise<void> {
    if (this.stopping) this.stop.abort(new Error("The worker was stopped."));
    await this.worker.close();
    clearInterval(this.heart);
    await this.leave().catch(() => {});
    this.redis.disconnect();
  }

  private async beat(): Promise<void> {
    if (this.redis.status !== "ready" && this.redis.status !== "connecting") return;
    const { names } = this.given;
    await announceWorker(this.redis, names.prefix, this.record)
      .then(() => renew(this.redis, names))
      .catch(() => {});
  }

  /** The last one there puts the light out. */
  private async leave(): Promise<void> {
    const { prefix, queue, shared } = this.given.names;
    await withdrawWorker(this.redis, prefix, this.record.id);
    const others = [
      ...(await presentWorkers(this.redis, prefix)),
      ...(await presentCoordinators(this.redis, prefix)),
    ];
    if (!others.some((other) => other.queue === queue)) await this.redis.del(...shared);
  }

  private async process(job: Job<JobData, void>, token: string): Promise<void> {
    // Its content's time was up, or somebody removed it: whoever waits for it gives it again.
    if (job.data.sealed === undefined) return;
    if (await this.givesWay(job)) {
      await job.moveToDelayed(Date.now() + GIVES_WAY_MS, token);
      throw new DelayedError();
    }
    this.record.busy++;
    try {
      await this.run(job.id!, Buffer.from(job.data.sealed, "base64"), token);
      this.record.done++;
    } catch (error) {
      if (!this.stop.signal.aborted) throw error;
      // It is another's now.
      await job.moveToDelayed(Date.now(), token);
      throw new DelayedError();
    } finally {
      this.record.busy--;
    }
  }

  private async run(id: string, sealed: Buffer, token: string): Promise<void> {
    const { engine, names, say } = this.given;
    const text = names.seal.open(names.place("job", id), sealed);
    const content = text === undefined ? undefined : parseContent(text);
    if (!content) throw new Error("It cannot be opened: it was changed, or is another job's.");
    let transcripts: string[];
    try {
      transcripts = await engine.transcribe(content.programs, {
        seed: content.seed,
        signal: this.stop.signal,
      });
    } catch (error) {
      if (this.stop.signal.aborted) throw error;
      // What went wrong may quote a program: Redis is told that it did, and no more.
      say(
        `A job failed by a fault of ours: ${error instanceof Error ? (error.stack ?? error.message) : error}`,
      );
      throw new Error("A fault of ours; the worker that had it says which.");
    }
    const returned = names.seal.close(
      names.place("result", id),
      returnedText({ worker: this.record.id, transcripts }),
    );
    const keys = [names.result(id), names.done(runOf(id)), coordinatorKey(names.prefix, runOf(id))];
    await this.redis.eval(HAND_OVER, keys.length, ...keys, token, returned, id, LIFETIME_S);
  }

  /** Whether another worker shall have this one, and there is another. */
  private async givesWay({ data, attemptsStarted }: Job<JobData>): Promise<boolean> {
    const { not } = data;
    if (!Array.isArray(not) || !not.includes(this.record.id) || attemptsStarted > GIVES_WAY) return false;
    const workers = await presentWorkers(this.redis, this.given.names.prefix);
    return workers.some(({ id, queue }) => queue === this.record.queue && !not.includes(id));
  }
}
