// The jobs that a coordinator waits for. Redis may lose all of it: what is open here is compared with what is there, and what is
// missing is added again.
import type { Queue } from "bullmq";
import type { Redis } from "ioredis";
import { contentText, type JobContent, type JobData, parseReturned, type Returned } from "./job.ts";
import { keysLike, LIFETIME_S, type Names } from "./names.ts";
import { type Counts, comparable, NONE, type Open, valuesOf } from "./open-job.ts";

/** What comes back for one job that often and cannot be used has been asked for often enough. */
const MAX_REFUSED = 3;
const CHUNK = 200;

export class OpenJobs {
  readonly counts: Counts = { ...NONE };
  private readonly open = new Map<string, Open>();
  /** What came back first, as far as it can be compared. */
  private readonly came = new Map<string, string | undefined>();
  private readonly redis: Redis;
  private readonly queue: Queue<JobData>;
  private readonly names: Names;
  private readonly run: string;
  private readonly priority: number;
  private readonly refused: (error: unknown) => void;

  /** `refused` is told why something could not be handed out. */
  constructor(
    redis: Redis,
    queue: Queue<JobData>,
    names: Names,
    { run, priority, refused = () => {} }: { run: string; priority: number; refused?(error: unknown): void },
  ) {
    this.redis = redis;
    this.queue = queue;
    this.names = names;
    this.run = run;
    this.priority = priority;
    this.refused = refused;
  }

  get size(): number {
    return this.open.size;
  }

  /**
   * Hands it out; resolves to what comes back, or undefined where workers could not do it. `not`: ids of workers that shall
   * not do it. `attempt` tells one from another that is the same.
   */
  ask(content: JobContent, attempt: number, not: readonly string[]): Promise<Returned | undefined> {
    const text = contentText(content);
    const id = `${this.run}-${this.names.seal.name(`${attempt} ${text}`, 32)}`;
    const known = this.open.get(id);
    if (known) return known.promise;
    const sealed = this.names.seal.close(this.names.place("job", id), text).toString("base64");
    const { promise, resolve } = Promise.withResolvers<Returned | undefined>();
    const settle = (returned: Returned | undefined) => {
      this.open.delete(id);
      resolve(returned);
    };
    const data = { sealed, ...(not.length > 0 && { not: [...not] }) };
    const open = {
      id,
      data,
      programs: content.programs.length,
      settle,
      promise,
      adding: true,
      added: 0,
      refused: 0,
    };
    this.open.set(id, open);
    this.came.delete(id);
    this.counts.jobs++;
    // An earlier coordinator may have asked for it: what came back then is taken.
    void this.receive(id).then(
      () => this.add(open),
      () => (open.adding = false),
    );
    return promise;
  }

  /** Whatever keeps it from being added, it stays open, and is added later. */
  private async add(open: Open): Promise<void> {
    const { id, data } = open;
    if (!this.open.has(id)) return;
    open.adding = true;
    try {
      const options = { jobId: id, priority: this.priority, attempts: 3, removeOnComplete: true };
      await this.queue.add("programs", data, options);
      await this.redis.expire(this.names.job(id), LIFETIME_S);
      open.added++;
    } catch (error) {
      this.refused(error);
    } finally {
      open.adding = false;
    }
  }

  /** Takes what came back for a job, and leaves nothing of it in Redis. What is not asked for yet may be asked for later. */
  async receive(id: string): Promise<void> {
    if (!this.open.has(id) && !this.came.has(id)) return;
    const key = this.names.result(id);
    const all = Object.values(await this.redis.hgetallBuffer(key));
    if (all.length === 0) return;
    for (const sealed of all) this.take(id, sealed);
    await this.redis.del(key);
  }

  private take(id: string, sealed: Buffer): void {
    const open = this.open.get(id);
    const text = this.names.seal.open(this.names.place("result", id), sealed);
    const returned =
      text === undefined ? undefined : parseReturned(text, open?.programs ?? text.split("\n").length - 1);
    if (!returned) {
      this.counts.refused++;
      if (open && ++open.refused >= MAX_REFUSED) this.fail(open);
      return;
    }
    const digest = comparable(returned);
    if (open) {
      this.came.set(id, digest);
      open.settle(returned);
    } else if (this.came.has(id)) {
      this.counts.twice++;
      const first = this.came.get(id);
      if (first !== undefined && digest !== undefined && first !== digest) this.counts.contradicted++;
    }
  }

  private fail(open: Open): void {
    this.counts.failed++;
    open.settle(undefined);
  }

  /** Looks at all that is open: takes what is there, adds what is missing, and gives up what failed. */
  async compare(): Promise<void> {
    const all = [...this.open.values()].filter(({ adding }) => !adding);
    for (let from = 0; from < all.length; from += CHUNK)
      await this.compareSome(all.slice(from, from + CHUNK));
  }

  private async compareSome(some: readonly Open[]): Promise<void> {
    // In this order: a worker first writes the result, and then lets go of the job.
    const jobs = this.redis.pipeline();
    for (const { id } of some)
      jobs.hmget(this.names.job(id), "data", "finishedOn").expire(this.names.job(id), LIFETIME_S);
    const found = valuesOf(await jobs.exec()).filter((_, index) => index % 2 === 0) as (string | null)[][];
    const results = this.redis.pipeline();
    for (const { id } of some) results.exists(this.names.result(id));
    const there = valuesOf(await results.exec());
    for (const [index, open] of some.entries()) {
      const [data, finished] = found[index]!;
      if (there[index] === 1) await this.receive(open.id);
      if (!this.open.has(open.id)) continue;
      if (there[index] === 1 || typeof data !== "string") await this.addAgain(open);
      else if (finished !== null) {
        await this.queue.remove(open.id);
        this.fail(open);
      }
    }
  }

  private async addAgain(open: Open): Promise<void> {
    if (open.added > 0) this.counts.again++;
    await this.queue.remove(open.id).catch(() => {});
    await this.add(open);
  }

  /** Nobody waits any longer: what is left of the run in Redis goes, and what came twice is compared. */
  async clear(): Promise<void> {
    this.open.clear();
    for await (const key of keysLike(this.redis, this.names.result(`${this.run}-*`))) {
      await this.receive(key.slice(this.names.result("").length));
      await this.redis.del(key);
    }
    for await (const key of keysLike(this.redis, this.names.job(`${this.run}-*`))) {
      // What a worker holds stays in its list, as a number that means nothing.
      await this.queue.remove(key.slice(this.names.job("").length)).catch(() => {});
      await this.redis.del(key);
    }
    await this.redis.del(this.names.done(this.run));
  }
}
